package agenda

import (
	"slices"
	"testing"

	"hjemmekontor/locales"
)

func TestOutcome(t *testing.T) {
	tests := []struct {
		outcome Outcome
		want    string
		buttons []string
	}{
		{Outcome{Happened: InApp, Service: "Zoom"}, "Åpnet i Zoom. Skjer det ingenting,", []string{"Åpne i nettleseren", "Kopier lenken", "Lukk"}},
		{Outcome{Happened: InBrowser, Service: "Whereby"}, "Whereby-møtet er åpnet i nettleseren.", []string{"Kopier lenken", "Lukk"}},
		{Outcome{Happened: InBrowser}, "Lenken er åpnet i nettleseren.", []string{"Kopier lenken", "Lukk"}},
		{Outcome{Happened: FellBack, Service: "Zoom"}, "Zoom-appen er ikke installert, så møtet ble åpnet i nettleseren.", []string{"Kopier lenken", "Lukk"}},
		{Outcome{Happened: NoBrowser}, "Fant ingen nettleser", []string{"Kopier lenken", "Lukk"}},
		{Outcome{Happened: NotOpened, Service: "Zoom"}, "Fikk ikke åpnet møtet.", []string{"Kopier lenken", "Lukk"}},
		{Outcome{Happened: ShutDown, Service: "Skype"}, "Skype er lagt ned", []string{"Lukk"}},
		{Outcome{Happened: LinkIsLocked}, "Nøkkelringen på maskinen er låst", []string{"Lukk"}},
	}
	for _, tt := range tests {
		t.Run(tt.want, func(t *testing.T) {
			useTheme(t, 1)
			var asked []string
			say := func(what string) func() { return func() { asked = append(asked, what) } }
			l := NewOutcomeLine(loadTexts(t, locales.Norwegian), OutcomeActions{
				OpenInBrowser: say("Åpne i nettleseren"), CopyLink: say("Kopier lenken"), Dismiss: say("Lukk"),
			})
			w := show(t, l.Object())
			l.Show(tt.outcome)
			if !shows(l.Object(), tt.want) {
				t.Errorf("%q is not shown", tt.want)
			}
			for _, words := range tt.buttons {
				press(t, w, words)
			}
			if !slices.Equal(asked, tt.buttons) {
				t.Errorf("asked for %v", asked)
			}
			message := l.object.Objects[0]
			l.Show(tt.outcome)
			if l.object.Objects[0] != message {
				t.Error("the same is built anew")
			}
			l.Show(Outcome{})
			if l.object.Visible() {
				t.Error("it stays when it was dismissed")
			}
		})
	}
}
