package endtoend

import (
	"image"
	"regexp"
	"strings"
	"testing"

	"hjemmekontor/locales"
	"hjemmekontor/ui"
)

// landmarks is a text of every page that stands on no other.
var landmarks = map[ui.Page]string{
	ui.Home:     "home.call",
	ui.Employee: "checklist.employee.title",
	ui.Employer: "checklist.employer.title",
	ui.Guide:    "guide.compare",
	ui.Meetings: "launcher.paste-here",
	ui.Contacts: "contacts.happened",
	ui.Company:  "company.what",
	ui.Settings: "settings.text-size",
}

func TestEveryPageInBothLanguagesLightAndDark(t *testing.T) {
	for _, l := range locales.Languages() {
		t.Run(string(l), func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, 1100, 720, locales.Norwegian)
			d.UnlockKeyring(t)
			p := d.open(t, landmarks[ui.Home])
			d.visit(t, ui.Settings)
			d.press(t, "settings.language."+string(l))
			d.texts = load(t, l)
			d.see(t, "settings.language.heading")
			for _, look := range []string{"light", "dark"} {
				d.visit(t, ui.Settings)
				d.press(t, "settings.appearances."+look)
				d.walk(t, string(l)+"-"+look, look == "light")
			}
			if !p.Running() {
				t.Fatalf("the program ended:\n%s", p.Output())
			}
			d.checkThreads(t, p.Output())
		})
	}
}

func TestEveryPageInASmallWindowWithLargeText(t *testing.T) {
	t.Parallel()
	d := newDesk(t, 900, 600, locales.Norwegian)
	p := d.open(t, landmarks[ui.Settings], "--page", "settings", "--lang", "nb")
	d.Click(t, "200 %")
	d.WaitStable(t, patience)
	for i, page := range ui.Pages() {
		// The names of the pages have given way to their icons: keys lead
		// there as well.
		d.Key(t, "ctrl+"+string(rune('1'+i)))
		d.see(t, titles[page])
		d.keep(t, "nb-large-"+string(page))
	}
	d.checkThreads(t, p.Output())
}

// titles is the text at the top of every page, which is in sight even in a
// small window.
var titles = map[ui.Page]string{
	ui.Home:     "agenda.card",
	ui.Employee: "checklist.employee.title",
	ui.Employer: "checklist.employer.title",
	ui.Guide:    "guide.title",
	ui.Meetings: "launcher.title",
	ui.Contacts: "contacts.title",
	ui.Company:  "company.title",
	ui.Settings: "settings.title",
}

// visit goes to a page and waits until it is there.
func (d *desk) visit(t testing.TB, page ui.Page) {
	t.Helper()
	d.goTo(t, page)
	d.see(t, landmarks[page])
}

// walk goes through every page; far, through what there is to see on some.
func (d *desk) walk(t *testing.T, name string, far bool) {
	t.Helper()
	for _, page := range ui.Pages() {
		d.visit(t, page)
		d.keep(t, name+"-"+string(page))
		if far {
			d.walkOn(t, page, name)
		}
	}
}

// walkOn goes through what there is to see on a page.
func (d *desk) walkOn(t *testing.T, page ui.Page, name string) {
	t.Helper()
	switch page {
	case ui.Home:
		d.press(t, "agenda.add")
		d.seeSentence(t, "calendars.address-how")
		d.keep(t, name+"-calendars")
	case ui.Guide:
		d.walkGuide(t, name)
	case ui.Meetings:
		d.paste(t, d.invitation(t, "zoom"))
		d.see(t, "launcher.copy-passcode")
		d.keep(t, name+"-meetings-invitation")
		d.press(t, "launcher.empty")
	case ui.Settings:
		d.scrollTo(t, "settings.open-secrets")
		d.keep(t, name+"-settings-below")
		d.press(t, "settings.open-secrets")
		d.see(t, "secrets.ready")
		d.keep(t, name+"-secrets")
	}
}

// walkGuide chooses, compares, and reads about a tool.
func (d *desk) walkGuide(t *testing.T, name string) {
	t.Helper()
	d.press(t, "choose.talk.confidential")
	d.press(t, "choose.size.pair")
	d.see(t, "guide.ranking")
	d.keep(t, name+"-guide-chosen")
	d.scrollTo(t, "guide.restart")
	d.press(t, "guide.restart")
	d.Gone(t, d.texts.Text("guide.restart"), patience)
	d.scrollToTop(t)

	ways := d.see(t, "guide.choose")
	tabs := d.Within(image.Rect(ways.Min.X-20, ways.Min.Y-20, d.Bounds().Dx(), ways.Max.Y+20))
	tabs.Click(t, d.texts.Text("guide.compare"))
	d.see(t, "guide.alike")
	d.keep(t, name+"-guide-compared")
	tabs.Click(t, d.texts.Text("guide.read"))
	d.see(t, "guide.practice", locales.Data{"Tool": "Zoom"})
	d.keep(t, name+"-guide-zoom")
	d.scroll(t, 20)
	d.keep(t, name+"-guide-zoom-below")
	d.scrollToTop(t)
	tabs.Click(t, d.texts.Text("guide.choose"))
}

// keep keeps a picture once nothing moves any more, and reads it for keys.
func (d *desk) keep(t *testing.T, name string) {
	t.Helper()
	d.WaitStable(t, patience)
	d.Keep(t, name)
	d.checkWords(t)
}

// rawKey is what a text that is missing would look like.
var rawKey = regexp.MustCompile(`\b(app|page|home|checklist|item|section|guide|fact|cell|topic|advice|tool|call|launcher|contact|contacts|settings|problem|company|firm|chooser|report|reports|incident|undone|open|save|choose|reason|hint|step|role|kind|part|value|before|agenda|calendars|secrets|tray|system|settings|date|link|verify)\.[a-z-]+\.?[a-z-]*\b`)

// checkWords fails if a key stands on the screen where its text should.
func (d *desk) checkWords(t *testing.T) {
	t.Helper()
	for _, line := range strings.Split(d.Text(t), "\n") {
		if key := rawKey.FindString(line); key != "" {
			t.Errorf("the screen shows the key %q in %q", key, line)
		}
	}
}

// checkThreads fails if the toolkit complained of a call from the wrong
// goroutine.
func (d *desk) checkThreads(t *testing.T, output string) {
	t.Helper()
	for _, said := range []string{output, d.log(t)} {
		if strings.Contains(said, "call thread") || strings.Contains(said, "panic") {
			t.Errorf("the program complained:\n%s", said)
		}
	}
}
