package endtoend

import (
	"image"
	"testing"

	"hjemmekontor/locales"
	"hjemmekontor/meetings/credentials"
	"hjemmekontor/ui"
	"hjemmekontor/ui/endtoend/screen"
)

// TestAFavouriteKeepsItsPasscode in the keyring, where it is seen by its name,
// can be tried and deleted.
func TestAFavouriteKeepsItsPasscode(t *testing.T) {
	for _, l := range locales.Languages() {
		t.Run(string(l), func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, 1100, 720, l)
			d.UnlockKeyring(t)
			zoom := d.install(t, "zoommtg")
			native, _ := d.recognise(t, "zoom").Native()
			running := d.start(t, "launcher.paste-here", "--page", "meetings")
			d.keepFavourite(t)
			d.checkKept(t, passcodes[0])
			d.checkSecret(t, passcodes...)
			running.Kill(t)

			d.start(t, "launcher.favourites", "--page", "meetings")
			d.openFavourite(t)
			d.goAhead(t, d.recognise(t, "zoom"))
			zoom.awaitOpened(t, 1, native)
			d.press(t, "agenda.opened.dismiss")
			d.removeFavourite(t)
			d.openFavourite(t)
			zoom.awaitOpened(t, 2, native)

			d.visit(t, ui.Settings)
			d.deleteSecret(t)
		})
	}
}

// favouriteName is what the favourite is called.
const favouriteName = "Regnskapslaget"

// keepFavourite makes an invitation a favourite.
func (d *desk) keepFavourite(t *testing.T) {
	t.Helper()
	d.paste(t, d.invitation(t, "zoom"))
	d.see(t, "launcher.copy-passcode") // until then, the words stand elsewhere
	d.above().Click(t, d.texts.Text("launcher.keep"))
	d.ClickAt(t, below(d.see(t, "launcher.name")))
	d.Key(t, "ctrl+a")
	d.Type(t, favouriteName)
	d.shot(t, "favourite-name")
	d.Key(t, "Return")
	d.Gone(t, d.texts.Text("launcher.name"), patience)
	d.WaitFor(t, favouriteName, patience)
	d.shot(t, "favourite-kept")
}

// openFavourite presses the button beside the favourite, under which it has
// just one line.
func (d *desk) openFavourite(t *testing.T) {
	t.Helper()
	d.favourite(t).Click(t, d.texts.Text("launcher.open"))
}

// removeFavourite takes it away and puts it back.
func (d *desk) removeFavourite(t *testing.T) {
	t.Helper()
	const openToMore = 40
	d.WaitStable(t, patience)
	open := d.favourite(t).WaitFor(t, d.texts.Text("launcher.open"), patience)
	d.ClickAt(t, image.Pt(open.Max.X+openToMore, middle(open).Y))
	d.see(t, "launcher.remove")
	d.shot(t, "favourite-more")
	d.press(t, "launcher.remove")
	d.seeSentence(t, "launcher.no-favourites")
	d.undo(t, "favourite")
	// What was opened last has the same name.
	d.Gone(t, first(d.texts.Text("launcher.no-favourites"), 6), patience)
	d.WaitStable(t, patience)
}

// favourite is the row of it: what is right of and below its name.
func (d *desk) favourite(t *testing.T) *screen.Area {
	t.Helper()
	const above, under = 10, 25
	name := d.page().WaitFor(t, favouriteName, patience)
	return d.Within(image.Rect(name.Max.X, name.Min.Y-above, d.Bounds().Dx(), name.Max.Y+under))
}

// deleteSecret goes from the settings to what the keyring holds, tries it, and
// deletes the link.
func (d *desk) deleteSecret(t *testing.T) {
	t.Helper()
	d.scrollTo(t, "settings.open-secrets")
	d.press(t, "settings.open-secrets")
	d.see(t, "secrets.ready")
	entry := d.texts.Text("secrets.kind.meeting-link", locales.Data{"Name": favouriteName})
	d.WaitFor(t, entry, patience)
	d.WaitFor(t, first(d.texts.Text("secrets.kind.store-key"), 4), patience)
	d.press(t, "secrets.try")
	d.seeSentence(t, "secrets.works")
	d.shot(t, "secrets-tried")
	before := len(d.Secrets(t, credentials.Service))

	name := d.WaitFor(t, entry, patience)
	row := d.Within(image.Rect(name.Max.X, name.Min.Y-15, d.Bounds().Dx(), name.Max.Y+15))
	row.Click(t, d.texts.Text("secrets.delete"))
	d.WaitFor(t, first(d.texts.Text("secrets.delete-sure", locales.Data{"Title": entry}), 3), patience)
	d.WaitStable(t, patience)
	d.shot(t, "secrets-delete")
	question := d.texts.Text("app.cancel")
	cancel := d.WaitFor(t, question, patience)
	d.Within(image.Rect(0, cancel.Min.Y-15, d.Bounds().Dx(), cancel.Max.Y+15)).Click(t, d.texts.Text("secrets.delete"))
	d.toast().WaitFor(t, d.texts.Text("secrets.deleted"), patience)
	d.Gone(t, entry, patience)
	if after := len(d.Secrets(t, credentials.Service)); after != before-1 {
		t.Errorf("the keyring holds %d entries, and held %d before", after, before)
	}
}
