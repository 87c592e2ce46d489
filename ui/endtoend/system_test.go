package endtoend

import (
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hjemmekontor/locales"
)

// TestTheProgramIsPartOfTheDesktop opens links from elsewhere, starts at login,
// and stays by the clock when its window is closed.
func TestTheProgramIsPartOfTheDesktop(t *testing.T) {
	for _, l := range locales.Languages() {
		t.Run(string(l), func(t *testing.T) {
			t.Parallel()
			d := newDesk(t, 1100, 720, l)
			d.ShowTray(t)
			running := d.start(t, "settings.opens", "--page", "settings")
			waitFor(t, "the icon by the clock", func() bool { return len(d.TrayIcons(t)) == 1 })

			d.switchOn(t, "settings.at-login", "settings.at-login-how")
			entry := filepath.Join(d.Home, "config", "autostart", "no.hjemmekontor.app.desktop")
			waitFor(t, entry, func() bool {
				content, err := os.ReadFile(entry)
				return err == nil && strings.Contains(string(content), "--tray") && strings.Contains(string(content), d.data)
			})
			d.switchOn(t, "settings.opens", "settings.opens-how")
			waitFor(t, "the links to be ours", func() bool {
				content, err := os.ReadFile(filepath.Join(d.Home, "config", "mimeapps.list"))
				return err == nil && strings.Contains(string(content), "x-scheme-handler/hjemmekontor=no.hjemmekontor.app.desktop")
			})
			d.switchOn(t, "settings.stays", "settings.stays-how")
			d.shot(t, "system-settings")

			d.CloseWindow(t)
			d.Gone(t, d.texts.Text("settings.opens"), patience)
			if !running.Running() || len(d.TrayIcons(t)) != 1 {
				t.Fatalf("the program is gone with its window:\n%s", running.Output())
			}
			opener := "gio open"
			if l == locales.English {
				opener = "xdg-open"
			}
			words := append(strings.Fields(opener), callLink)
			opening := d.Launch(t, words[0], words[1:]...)
			if code := opening.Wait(t, patience); code != 0 {
				t.Errorf("%s ended with code %d: %s", opener, code, opening.Output())
			}
			d.see(t, "call.prepare")
			d.CloseWindow(t)
			d.see(t, "settings.opens")
			if !running.Running() {
				t.Errorf("the program ended:\n%s", running.Output())
			}
			d.checkThreads(t, running.Output())
		})
	}
}

// switchOn switches something on. How tells what it does; what is to be pressed
// stands below its last words, and is too short to be read with certainty.
func (d *desk) switchOn(t *testing.T, key, how string) {
	t.Helper()
	const high, inward, under = 110, 20, 35
	name := d.see(t, key)
	words := strings.Fields(d.texts.Text(how))
	below := d.Within(image.Rect(name.Min.X-15, name.Max.Y, d.Bounds().Dx(), name.Max.Y+high))
	below.WaitFor(t, words[len(words)-1], patience)
	found := below.FindAll(t, words[len(words)-1])
	d.ClickAt(t, image.Pt(name.Min.X+inward, found[len(found)-1].Max.Y+under))
	d.WaitStable(t, patience)
}
