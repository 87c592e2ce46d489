package report

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"hjemmekontor/assets"
	"hjemmekontor/checklists"
	"hjemmekontor/locales"
)

func TestWritePDF(t *testing.T) {
	for _, test := range []struct {
		language locales.Language
		want     []string
	}{
		{locales.Norwegian, []string{
			"Lofoten Regnskap AS", "Kari Nordmann", "Huskeliste for ansatte · 23. november 2026",
			"1 av 3 gjort", "2 gjenstår · 1 av dem må gjøres på nytt · 1 gjelder ikke",
			"Slå på totrinnspålogging overalt", "Gjort", "01.09.2026", "01.03.2027",
			"Ta sikkerhetskopi", "Må gjøres på nytt", "15.01.2026", "15.07.2026",
			"Notat: Disken er full.", "Jeg har bestilt en ny.",
			"Krypter disken", "Ikke gjort", "Lås arkivskapet", "Gjelder ikke",
			"Grunn: Jeg har ikke arkivskap hjemme",
			"Bekreftet av Kari Nordmann, 23. november 2026", "Side 1 av 1",
		}},
		{locales.English, []string{
			"Checklist for employees · 23 November 2026", "1 of 3 done", "Do again", "15/07/2026",
			"Note: Disken er full.", "Reason: Jeg har ikke", "1 does not apply", "Signed off by Kari Nordmann, 23 November 2026", "Page 1 of 1",
		}},
	} {
		text := string(textOf(t, written(t, kari(t).pdfIn(load(t, test.language)))))
		for _, want := range test.want {
			if !strings.Contains(text, want) {
				t.Errorf("%s: the PDF does not say %q:\n%s", test.language, want, text)
			}
		}
		if strings.Contains(text, "?") || strings.Contains(text, "report-file") {
			t.Errorf("%s: something stands where a word should be:\n%s", test.language, text)
		}
	}
}

// The same report is the same PDF, whenever and how often it is written, and
// writing it leaves the typeface alone.
func TestPDFIsTheSameEveryTime(t *testing.T) {
	texts := load(t, locales.Norwegian)
	regular, semibold := slices.Clone(assets.Regular), slices.Clone(assets.SemiBold)
	first := written(t, kari(t).pdfIn(texts))
	for range 3 {
		if !bytes.Equal(written(t, kari(t).pdfIn(texts)), first) {
			t.Fatal("the same report gives another PDF")
		}
	}
	if !bytes.Equal(assets.Regular, regular) || !bytes.Equal(assets.SemiBold, semibold) {
		t.Error("the typeface has changed")
	}
}

// trying is a report with all that can make a page hard to lay out.
func trying(t *testing.T) Report {
	t.Helper()
	r := kari(t)
	r.Name = strings.Repeat("W", MaxName)
	r.CompanyName = strings.Repeat("Møre og Romsdal ", 7)[:MaxName]
	r.Answers[0].Title = strings.Repeat("M", MaxTitle)
	r.Answers[1].Note = strings.Repeat("linje\n\n", 250) + "ende"
	r.Answers[2].Note = strings.Repeat("donaudampskipsfartselskap", 70)
	r.Answers[3].Reason = strings.Repeat("Ærlig talt ", 18)
	return r
}

// Nothing is written outside the margins, however long the words and lists are.
func TestPDFStaysOnThePage(t *testing.T) {
	texts := load(t, locales.Norwegian)
	long := New(Author{Person: NewPerson(), Name: "Kari Nordmann", Role: checklists.Employer}, longList(500), nil, nil, texts, now)
	for name, r := range map[string]Report{"ordinary": kari(t), "trying": trying(t), "long": long} {
		pages := wordsOn(t, written(t, r.pdfIn(texts)))
		for n, page := range pages {
			for _, word := range page {
				if word.XMin < 56 || word.XMax > 595-56 || word.YMin < 30 || word.YMax > 842-30 {
					t.Errorf("%s: page %d has %q at %v", name, n+1, word.Text, word)
				}
			}
		}
		if last := pages[len(pages)-1]; !slices.ContainsFunc(last, func(w word) bool { return w.Text == "Bekreftet" }) {
			t.Errorf("%s: the last page is not signed", name)
		}
		if name == "long" && (len(pages) < 20 || len(pages) > 60) {
			t.Errorf("500 items take %d pages", len(pages))
		}
	}
}

// What stands below the text looks the same on every page, however the page
// ended.
func TestPDFNumbersItsPages(t *testing.T) {
	pages := wordsOn(t, written(t, trying(t).pdfIn(load(t, locales.Norwegian))))
	for n, page := range pages {
		foot := page[slices.IndexFunc(page, func(w word) bool { return w.Text == "Hjemmekontor" }):]
		var texts []string
		for _, w := range foot {
			texts = append(texts, w.Text)
			if height := w.YMax - w.YMin; math.Abs(height-(foot[0].YMax-foot[0].YMin)) > 0.01 || math.Abs(height-8.5*1.21) > 0.1 {
				t.Errorf("page %d: %q is %v points high", n+1, w.Text, height)
			}
		}
		if got, want := strings.Join(texts, " "), fmt.Sprintf("Hjemmekontor Side %d av %d", n+1, len(pages)); got != want {
			t.Errorf("page %d ends with %q, want %q", n+1, got, want)
		}
	}
}

// Two texts never stand on top of each other.
func TestPDFDoesNotOverprint(t *testing.T) {
	for n, page := range wordsOn(t, written(t, trying(t).pdfIn(load(t, locales.Norwegian)))) {
		for i, a := range page {
			for _, b := range page[i+1:] {
				if a.XMin < b.XMax && b.XMin < a.XMax && a.middle() > b.YMin && a.middle() < b.YMax {
					t.Errorf("page %d: %q at %v and %q at %v", n+1, a.Text, a, b.Text, b)
				}
			}
		}
	}
}

// word is where a word stands, in points from the upper left corner.
type word struct {
	XMin float64 `xml:"xMin,attr"`
	YMin float64 `xml:"yMin,attr"`
	XMax float64 `xml:"xMax,attr"`
	YMax float64 `xml:"yMax,attr"`
	Text string  `xml:",chardata"`
}

func (w word) middle() float64 { return (w.YMin + w.YMax) / 2 }

// wordsOn gives the words on every page.
func wordsOn(t *testing.T, pdf []byte) [][]word {
	t.Helper()
	var document struct {
		Pages []struct {
			Words []word `xml:"word"`
		} `xml:"body>doc>page"`
	}
	if err := xml.Unmarshal(poppler(t, pdf, "pdftotext", "-bbox", "-", "-"), &document); err != nil {
		t.Fatal(err)
	}
	var pages [][]word
	for _, page := range document.Pages {
		pages = append(pages, page.Words)
	}
	if len(pages) == 0 {
		t.Fatal("no pages")
	}
	return pages
}

// A name in letters that the typeface lacks leaves a visible mark, a word on
// why, and stands unchanged in the document's properties.
func TestPDFWithForeignLetters(t *testing.T) {
	texts := load(t, locales.Norwegian)
	lacked := texts.Text("report-file.lacked", locales.Data{"Sign": "?"})
	for _, test := range []struct{ name, want string }{
		{"ივანე ბერიძე", "????? ??????"},
		{"Іван Петренко", "Іван Петренко"},
		{"สมชาย", "?????"},
		{"Kari 👩‍💻 Nordmann", "Kari ?? Nordmann"},
		{"Nguyễn Thị Hương", "Nguyễn Thị Hương"},
		{"Ἀθηνᾶ", "Αθηνα"},
		{"Łukasz Żółć-Čapek Ğül", "Łukasz Żółć-Čapek Ğül"},
		{"ﬁne ２０", "fine 20"},
	} {
		r := kari(t)
		r.Name = CleanName(test.name)
		pdf := written(t, r.pdfIn(texts))
		text := string(textOf(t, pdf))
		if !strings.Contains(text, "Bekreftet av "+test.want+",") {
			t.Errorf("%q is not written as %q:\n%s", test.name, test.want, text)
		}
		if strings.Contains(squeezed(text), lacked) != strings.Contains(test.want, "?") {
			t.Errorf("%q: the reader is not told the truth about question marks:\n%s", test.name, text)
		}
		if info := string(poppler(t, pdf, "pdfinfo", "-")); !strings.Contains(squeezed(info), "Author: "+r.Name) {
			t.Errorf("%q does not stand in the properties:\n%s", test.name, info)
		}
	}
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), " ") }

// FuzzPDF shows that no name or note makes the PDF library fall over.
func FuzzPDF(f *testing.F) {
	f.Add("Kari Nordmann", "Disken er full.\n\nJeg venter.")
	f.Add("Іван\\(", "\U0001F1F3\U0001F1F4 \u0301\n)")
	f.Add("\U0010FFFD", "\u3000\u00a0\u2003x")
	texts := load(f, locales.English)
	f.Fuzz(func(t *testing.T, name, note string) {
		r := kari(t)
		r.Name, r.CompanyName = CleanName(name), cleanLine(note, MaxName)
		r.Answers[2].Note, r.Answers[3].Reason = cleanText(note, checklists.MaxNote), cleanLine(name, checklists.MaxReason)
		if r.Name == "" {
			return
		}
		if pdf := written(t, r.pdfIn(texts)); !bytes.HasSuffix(pdf, []byte("%%EOF\n")) {
			t.Error("the PDF has no end")
		}
	})
}
