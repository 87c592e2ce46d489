package endtoend

import (
	"image"
	"regexp"
	"strings"
	"testing"

	"hjemmekontor/locales"
	"hjemmekontor/meetings/tools"
	"hjemmekontor/ui"
)

// landmarks is a text of every page that stands on no other.
var landmarks = map[ui.Page]string{
	ui.Home:     "home.call",
	ui.Employee: "checklist.employee.title",
	ui.Employer: "checklist.employer.title",
	ui.Guide:    "guide.compare",
	ui.Meetings: "launcher.join",
	ui.Contacts: "contacts.happened",
	ui.Company:  "company.what",
	ui.Settings: "settings.text-size",
}

func TestEveryPageInBothLanguagesLightAndDark(t *testing.T) {
	d := newDesk(t, 1100, 720, locales.Norwegian)
	p := d.open(t, landmarks[ui.Home])
	for _, look := range []string{"light", "dark"} {
		d.visit(t, ui.Settings)
		d.press(t, "settings.appearances."+look)
		d.walk(t, "nb-"+look)
		d.visit(t, ui.Settings)
		d.press(t, "settings.language.en")
		d.texts = load(t, locales.English)
		d.see(t, "settings.language.heading")
		d.walk(t, "en-"+look)
		d.visit(t, ui.Settings)
		d.press(t, "settings.language.nb")
		d.texts = load(t, locales.Norwegian)
		d.see(t, "settings.language.heading")
	}
	if !p.Running() {
		t.Fatalf("the program ended:\n%s", p.Output())
	}
	d.checkThreads(t, p.Output())
}

func TestEveryPageInASmallWindowWithLargeText(t *testing.T) {
	d := newDesk(t, 900, 600, locales.Norwegian)
	p := d.open(t, landmarks[ui.Settings], "--page", "settings", "--lang", "nb")
	d.Click(t, "200 %")
	d.WaitStable(t, patience)
	for i, page := range ui.Pages() {
		// The names of the pages have given way to their icons: keys lead
		// there as well.
		d.Key(t, "ctrl+"+string(rune('1'+i)))
		d.WaitStable(t, patience)
		d.see(t, titles[page])
		d.Keep(t, "nb-large-"+string(page))
		d.checkWords(t)
	}
	d.checkThreads(t, p.Output())
}

// titles is the text at the top of every page, which is in sight even in a
// small window.
var titles = map[ui.Page]string{
	ui.Home:     "home.list",
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

// walk goes through every page, and through every tool of the guide.
func (d *desk) walk(t *testing.T, name string) {
	t.Helper()
	for _, page := range ui.Pages() {
		d.visit(t, page)
		d.Keep(t, name+"-"+string(page))
		d.checkWords(t)
		if page == ui.Guide {
			d.walkGuide(t, name)
		}
	}
}

func (d *desk) walkGuide(t *testing.T, name string) {
	t.Helper()
	guide, err := tools.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, tool := range guide.Tools() {
		label := tool.Name
		if tool.Retired {
			label = d.texts.Text("guide.retired-name", locales.Data{"Tool": tool.Name})
		}
		// The tools' names stand in the texts as well: press in the row of
		// choices.
		row := d.WaitFor(t, d.texts.Text("guide.compare"), patience)
		d.Within(image.Rect(row.Min.X, row.Min.Y-20, d.Bounds().Dx(), row.Max.Y+20)).Click(t, label)
		d.Scroll(t, 8)
		summary := tool.RetiredKey()
		if !tool.Retired {
			summary = tool.SummaryKey(tools.Security)
		}
		d.WaitFor(t, beginning(d.texts.Text(summary)), patience)
		d.Keep(t, name+"-guide-"+string(tool.ID))
		d.checkWords(t)
		d.Scroll(t, -20) // more than back to the top
	}
}

// rawKey is what a text that is missing would look like.
var rawKey = regexp.MustCompile(`\b(app|page|home|checklist|item|section|guide|fact|cell|topic|advice|tool|call|launcher|contact|contacts|settings|problem|company|firm|chooser|report|reports|incident|undone|open|save)\.[a-z-]+\.?[a-z-]*\b`)

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
