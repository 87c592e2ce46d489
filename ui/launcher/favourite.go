package launcher

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2/widget"

	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// favourite is the line of one.
type favourite struct {
	*line
	list     *favourites
	grip     *grip
	up, down *widget.Button
	browser  *widget.Button
	naming   *naming
	shown    Favourite
	place    int     // where it stands by what is saved
	pulled   float32 // how far it is from its place while it is being dragged
}

func newFavourite(list *favourites, of Favourite) *favourite {
	f := &favourite{list: list, shown: of}
	text, id := list.texts.Text, of.ID
	f.grip = newGrip(
		func(by int) { list.step(f, by) }, func(by float32) { list.drag(f, by) }, func() { list.drop(f) },
		func() { f.unfold(f.acts.Hidden) })
	f.up = widgets.NewQuiet(text("launcher.up"), "up", func() { f.step(-1, f.up, f.down) })
	f.down = widgets.NewQuiet(text("launcher.down"), "down", func() { f.step(1, f.down, f.up) })
	f.browser = widgets.NewQuiet(text("launcher.open-browser"), "external", func() { list.actions.OpenFavourite(id, Browser) })
	f.line = newLine(list.texts, top(f.grip), func() { list.actions.OpenFavourite(id, "") }, list.grown,
		f.browser,
		widgets.NewQuiet(text("launcher.copy-link"), "copy", func() { list.actions.CopyFavourite(id) }),
		widgets.NewQuiet(text("launcher.rename"), "edit", f.rename),
		f.up, f.down,
		widgets.NewQuiet(text("launcher.remove"), "delete", func() { list.actions.RemoveFavourite(id) }),
	)
	return f
}

// show brings the line up to date.
func (f *favourite) show(of Favourite, company string, all bool) {
	if of != f.shown || all {
		f.shown = of
		text := f.list.texts.Text
		f.grip.label = text("launcher.move", locales.Data{"Name": of.Name})
		alert := ""
		switch {
		case of.Retired:
			alert = text("agenda.retired", locales.Data{"Service": of.Service})
		case of.Verdict == Unapproved:
			alert = text("launcher.not-approved", locales.Data{"Company": company})
		}
		f.say(of.Name, joined(of.Service, of.Number), alert)
		f.open.Hidden, f.browser.Hidden = of.Retired, of.Retired
	}
}

// step moves the line with a button, which keeps the keys as long as it can be
// pressed; then the other has them.
func (f *favourite) step(by int, pressed, other *widget.Button) {
	f.list.step(f, by)
	if pressed.Disabled() {
		pressed = other
	}
	f.list.actions.Focus(pressed)
}

// placed tells where the line stands, and how many there are.
func (f *favourite) placed(at, of int) {
	f.place = at
	enable(f.up, at > 0)
	enable(f.down, at+1 < of)
}

func enable(b *widget.Button, on bool) {
	if on == b.Disabled() {
		if on {
			b.Enable()
		} else {
			b.Disable()
		}
	}
}

// joined is what there is of some words, set apart by dots.
func joined(words ...string) string {
	return strings.Join(slices.DeleteFunc(words, func(s string) bool { return s == "" }), " · ")
}

// rename asks for another name. One is renamed at a time.
func (f *favourite) rename() {
	if other := f.list.renaming; other != nil && other != f {
		other.stopRenaming()
	}
	if f.naming == nil {
		f.list.renaming = f
		f.naming = newNaming(f.list.texts, f.shown.Name, f.saveName, func() {
			f.stopRenaming()
			f.list.actions.Focus(f.more)
		})
		f.ask(f.naming.object)
	}
	f.list.actions.Focus(f.naming.entry)
}

// saveName renames it. An empty name leaves the one it has.
func (f *favourite) saveName(name string, done func(string)) {
	if name == "" || name == f.shown.Name {
		f.stopRenaming()
		f.list.actions.Focus(f.more)
		return
	}
	f.list.actions.RenameFavourite(f.shown.ID, name, func(words string) {
		done(words)
		f.list.grown()
		if words == "" {
			f.stopRenaming()
			f.list.actions.Focus(f.more)
		}
	})
}

func (f *favourite) stopRenaming() {
	f.naming = nil
	if f.list.renaming == f {
		f.list.renaming = nil
	}
	f.ask(nil)
	f.unfold(false)
}
