package reports

import (
	"fmt"
	"os"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"hjemmekontor/checklists/report"
	"hjemmekontor/locales"
	"hjemmekontor/ui/theme"
)

func TestMain(m *testing.M) {
	if os.Getenv("REAL") == "" {
		os.Exit(m.Run())
	}
	a := app.NewWithID("x.y.z")
	a.Settings().SetTheme(theme.New(theme.Choice{Appearance: theme.Light, TextScale: 1}))
	texts, _ := locales.Load(locales.Norwegian)
	s := New(texts, Actions{})
	w := a.NewWindow("x")
	w.SetContent(s.Object())
	s.Show(crowd(1000, 60), report.ByName)
	w.Resize(fyne.NewSize(1100, 720))
	go func() {
		time.Sleep(3 * time.Second)
		for _, step := range []fyne.Delta{{DY: 25}, {DY: 400}, {DX: 60}} {
			at := fyne.NewPos(0, 0)
			var in time.Duration
			start := time.Now()
			const n = 100
			for range n {
				at = at.Add(step)
				fyne.DoAndWait(func() {
					b := time.Now()
					s.table.object.ScrollToOffset(at)
					in += time.Since(b)
				})
				time.Sleep(16 * time.Millisecond)
			}
			fmt.Println("step", step, "on the UI goroutine", in/n, "all", time.Since(start)/n)
		}
		fyne.DoAndWait(func() { s.table.object.ScrollToOffset(fyne.NewPos(70, 70)) })
		time.Sleep(20 * time.Second)
		fyne.Do(a.Quit)
	}()
	w.ShowAndRun()
}
