package report

import (
	"fmt"
	"reflect"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/report"
	"hjemmekontor/locales"
	"hjemmekontor/ui/theme"
)

func TestEveryStatusIsToldInFull(t *testing.T) {
	_, w, _ := newScreen(t, employeeReport())
	for _, words := range []string{
		"Til Fjord AS.",
		"2 av 4 er gjort. 1 må gjøres på nytt. 1 gjelder ikke deg.",
		"Slå på skjermlås", "Ikke gjort", "Notat: Venter på ny maskin.", "Kommer i uke 48.",
		"Oppdater maskinen", "Gjort 3. mai 2026",
		"Bytt passord på ruteren", "Gjort 4. mai 2026, på nytt innen 4. desember 2026",
		"Ta sikkerhetskopi", "Gjort 5. april 2026, skulle vært gjort på nytt 5. oktober 2026",
		"Lås inn papirer", "Merket «gjelder ikke meg» 6. juni 2026", "Grunn: Jeg har ikke papirer hjemme",
	} {
		if !shows(w, words) {
			t.Errorf("%q is not shown", words)
		}
	}
}

// A day is the same whatever side of Greenwich the machine is on.
func TestDaysAreTheCalendars(t *testing.T) {
	local := time.Local
	t.Cleanup(func() { time.Local = local })
	for _, hours := range []int{-11, 13} {
		time.Local = time.FixedZone("", hours*60*60)
		r := &row{texts: norwegian(t), answer: answers()[1]}
		if got := r.standing(); got != "Gjort 3. mai 2026" {
			t.Errorf("%d hours from Greenwich it is %q", hours, got)
		}
	}
}

func TestNothingIsSavedBeforeItIsSignedOff(t *testing.T) {
	tests := []struct {
		name      string
		typed     string
		confirmed bool
		ready     bool
	}{
		{"nothing", "", false, false},
		{"a name", "Kari", false, false},
		{"confirmed by nobody", "", true, false},
		{"confirmed by blanks", " \u00a0", true, false},
		{"confirmed by what does not show", "\u200b", true, false},
		{"signed off", " Kari ", true, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, w, h := newScreen(t, employeeReport())
			s.signature.name.SetText(tt.typed)
			if tt.confirmed {
				test.Tap(s.signature.confirm)
			}
			for format, button := range s.signature.buttons {
				test.Tap(button)
				if _, saved := h.saved[format]; saved != tt.ready {
					t.Errorf("%s is saved: %v, want %v", format, saved, tt.ready)
				}
			}
			if asked := shows(w, s.texts.Text("report.missing")); asked == tt.ready {
				t.Errorf("it says what is missing: %v", asked)
			}
			if tt.ready {
				return
			}
			wanted := fyne.Focusable(s.signature.name)
			if tt.typed == "Kari" {
				wanted = s.signature.confirm
			}
			if focused := w.Canvas().Focused(); focused != wanted {
				t.Errorf("the keys go to %T", focused)
			}
		})
	}
}

func TestWhatIsMissingIsSaidUntilItIsThere(t *testing.T) {
	s, w, _ := newScreen(t, employeeReport())
	missing := s.texts.Text("report.missing")
	if shows(w, missing) {
		t.Error("it complains before anything was asked for")
	}
	test.Tap(s.signature.buttons[PDF])
	s.signature.name.SetText("Kari")
	if !shows(w, missing) {
		t.Error("it no longer complains, though nothing is confirmed")
	}
	test.Tap(s.signature.confirm)
	if shows(w, missing) {
		t.Error("it complains of what is there")
	}
	test.Tap(s.signature.confirm)
	if shows(w, missing) {
		t.Error("it complains of what was taken back")
	}
}

func TestWhatIsShownIsSaved(t *testing.T) {
	for _, format := range []Format{JSON, PDF, CSV} {
		t.Run(string(format), func(t *testing.T) {
			s, w, h := newScreen(t, employeeReport())
			s.signature.name.SetText("Kari Nordmann")
			test.Tap(s.signature.confirm)
			if !shows(w, "Fra Kari Nordmann, 23. november 2026") {
				t.Error("it does not say who signs")
			}
			test.Tap(s.signature.buttons[format])
			if want := map[Format]report.Report{format: h.report}; !reflect.DeepEqual(h.saved, want) {
				t.Errorf("saved %+v, want %+v", h.saved, want)
			}
		})
	}
}

func TestTypingANameBuildsNothingAnew(t *testing.T) {
	s, w, h := newScreen(t, longReport(520))
	before := map[*row]fyne.CanvasObject{}
	for _, r := range s.rows {
		if r.object != nil {
			before[r] = r.object.Objects[0]
		}
	}
	if len(before) == 0 || len(before) == 520 {
		t.Fatalf("%d of 520 rows are built", len(before))
	}
	w.Canvas().Focus(s.signature.name)
	test.Type(s.signature.name, " Berg")
	if len(h.names) != len(" Berg") {
		t.Errorf("told %q", h.names)
	}
	for r, object := range before {
		if r.object == nil || r.object.Objects[0] != object {
			t.Fatalf("%q is built anew", r.answer.Title)
		}
	}
}

func TestAnotherAnswerHasToBeConfirmedAnew(t *testing.T) {
	s, w, h := newScreen(t, employeeReport())
	s.signature.name.SetText("Kari")
	test.Tap(s.signature.confirm)
	s.Show(h.report)
	if !s.signature.confirmed {
		t.Error("the same report has to be confirmed anew")
	}
	h.report.Answers = answers()
	h.report.Answers[0].Note = "Maskinen er kommet."
	s.Show(h.report)
	test.Tap(s.signature.buttons[JSON])
	if s.signature.confirmed || len(h.saved) > 0 {
		t.Error("another report counts as confirmed")
	}
	if !shows(w, "Notat: Maskinen er kommet.") || shows(w, "Venter på ny maskin") {
		t.Error("the new note is not shown")
	}
}

func TestFewerAnswersThanBefore(t *testing.T) {
	s, w, h := newScreen(t, employeeReport())
	h.report.Answers = h.report.Answers[:1]
	s.Show(h.report)
	if !shows(w, "Slå på skjermlås") || shows(w, "Lås inn papirer") {
		t.Error("what has gone is still shown")
	}
	h.report.Answers = nil
	s.Show(h.report)
	if shows(w, "Slå på skjermlås") || !shows(w, "0 av 0 er gjort.") {
		t.Error("an empty list is not shown as one")
	}
}

// Nobody reads in a report on the employer's own list.
func TestTheEmployersOwnReportIsForPeople(t *testing.T) {
	r := employeeReport()
	r.Role = checklists.Employer
	s, w, _ := newScreen(t, r)
	if s.signature.buttons[JSON].Visible() || s.signature.buttons[PDF].Importance != widget.HighImportance {
		t.Error("the file for the employer's app is offered")
	}
	if shows(w, s.texts.Text("report.what")) || !shows(w, "Rapport om arbeidsgiverens huskeliste") {
		t.Error("it is shown as a report to the employer")
	}
}

func TestEstimatesAreNear(t *testing.T) {
	const width, near = 700, 0.2
	for _, scale := range theme.TextScales() {
		t.Run(fmt.Sprint(scale), func(t *testing.T) {
			useTheme(t, scale)
			h := &heights{}
			for _, answer := range longReport(10).Answers {
				r := &row{texts: norwegian(t), heights: h, answer: answer}
				estimate := r.Estimate(width)
				object := r.Build()
				object.Resize(fyne.NewSize(width, 0))
				if height := object.MinSize().Height; estimate < height*(1-near) || estimate > height*(1+near) {
					t.Errorf("%q is %v high, estimated at %v", r.below(), height, estimate)
				}
			}
		})
	}
}

// Nothing may be cut off in the narrowest window, at the largest text.
func TestThePageIsNoWiderThanTheNarrowestWindow(t *testing.T) {
	const narrowest = 520
	for _, language := range locales.Languages() {
		texts, err := locales.Load(language)
		if err != nil {
			t.Fatal(err)
		}
		useTheme(t, 2)
		s := New(texts, "Kari Nordmann", Actions{SetName: func(string) {}})
		w := test.NewTempWindow(t, s.Object())
		w.Resize(fyne.NewSize(narrowest, 700))
		s.Show(employeeReport())
		test.Tap(s.signature.buttons[PDF])
		if width := s.page.Page().Content.MinSize().Width; width > narrowest {
			t.Errorf("%s: the page needs %v, and has %v", language, width, narrowest)
		}
	}
}
