package endtoend

import (
	"bufio"
	"encoding/json"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hjemmekontor/locales"
	"hjemmekontor/meetings/call"
	"hjemmekontor/meetings/link"
	"hjemmekontor/ui/endtoend/screen"
)

const (
	// callTime is how long the two talk.
	callTime = 10 * time.Second
	// enough is how many pictures a second must be decoded each way.
	enough = 20
	// enoughDrawn is the same where this machine also draws the windows of
	// both without a graphics card, which costs more than the call does.
	enoughDrawn = 10
	// silence is a level that no tone has, in dBFS.
	silence = -60
	// callWidth and callHeight are the size of the windows: two of them are
	// drawn without a graphics card, on the cores that also code the pictures.
	callWidth, callHeight = 760, 540
)

// inCall is the flags of a side that has neither camera nor sound device.
func inCall(name, stats string) []string {
	return []string{"--page", "meetings", "--name", name, "--camera", "pattern", "--microphone", "tone",
		"--speaker", "none", "--stats", stats}
}

func TestTwoPeopleTalkThroughTheirWindows(t *testing.T) {
	kari := newDesk(t, callWidth, callHeight, locales.Norwegian)
	ola := newDesk(t, callWidth, callHeight, locales.English)
	karisStats, olasStats := filepath.Join(kari.Home, "stats"), filepath.Join(ola.Home, "stats")

	kari.open(t, "launcher.start", append(inCall("Kari", karisStats), "--lang", "nb")...)
	kari.scrollTo(t, "call.start")
	kari.press(t, "call.start")
	kari.press(t, "call.copy-link")
	kari.Keep(t, "call-1-invitation")
	invitation := kari.Clipboard(t)
	if _, err := link.Parse(invitation); err != nil {
		t.Fatalf("the clipboard holds %q: %v", invitation, err)
	}

	ola.open(t, "launcher.start", append(inCall("Ola", olasStats), "--lang", "en")...)
	ola.Click(t, ola.texts.Text("launcher.link-example"))
	ola.Type(t, invitation)
	ola.Key(t, "Return")
	ola.see(t, "call.prepare")
	ola.Keep(t, "call-2-preview")
	ola.press(t, "call.join-now")

	kari.see(t, "call.knocking")
	kari.WaitFor(t, "Ola", patience)
	kari.Keep(t, "call-3-knocking")
	kari.press(t, "call.admit")
	waitForState(t, karisStats, call.Connected)
	time.Sleep(callTime)
	kari.Keep(t, "call-4-talking-nb")
	ola.Keep(t, "call-4-talking-en")

	kari.Key(t, "m")
	kari.Key(t, "v")
	ola.WaitFor(t, ola.texts.Text("call.their-camera-off", locales.Data{"Name": "Kari"}), patience)
	ola.WaitFor(t, ola.texts.Text("call.they-are-muted"), patience)
	ola.Keep(t, "call-5-camera-off")

	// Below the picture, whose colours are hard to read between.
	controls := kari.Within(image.Rect(0, callHeight-100, callWidth, callHeight))
	controls.Click(t, kari.texts.Text("call.hang-up"))
	ola.WaitFor(t, ola.texts.Text("call.end.remote-hung-up"), patience)
	ola.Keep(t, "call-6-over")
	checkStats(t, "Kari", karisStats, enoughDrawn)
	checkStats(t, "Ola", olasStats, enoughDrawn)
}

func TestACallWithoutAWindowAndOneJoinedByAnArgument(t *testing.T) {
	d := newDesk(t, callWidth, callHeight, locales.Norwegian)
	stats, windowStats := filepath.Join(d.Home, "terminal"), filepath.Join(d.Home, "window")
	p := d.Launch(t, program, "call", "start", "--camera", "pattern", "--microphone", "tone",
		"--speaker", "none", "--stats", stats, "--seconds", "6", "--lang", "en")
	invitation := printedLink(t, func() string { return p.Stdout() })
	args := append(inCall("Ola", windowStats), "--data", d.data, "--lang", "nb", invitation)
	d.Launch(t, program, args...)
	d.press(t, "call.join-now")
	d.see(t, "call.end.remote-hung-up")
	if code := p.Wait(t, patience); code != 0 {
		t.Errorf("the call without a window ended with code %d:\n%s", code, p.Output())
	}
	checkStats(t, "without a window", stats, enoughDrawn)
}

func TestTwoProcessesTalkForTenSeconds(t *testing.T) {
	d := newDesk(t, 300, 200, locales.Norwegian)
	talk := func(stats string, args ...string) *screen.Process {
		return d.Launch(t, program, append(args, "--camera", "pattern", "--microphone", "tone",
			"--speaker", "none", "--stats", stats, "--seconds", "12", "--lang", "nb")...)
	}
	starter, joiner := filepath.Join(d.Home, "starter"), filepath.Join(d.Home, "joiner")
	first := talk(starter, "call", "start")
	second := talk(joiner, "call", "join", printedLink(t, func() string { return first.Stdout() }))
	for name, p := range map[string]*screen.Process{"starter": first, "joiner": second} {
		if code := p.Wait(t, 2*patience); code != 0 {
			t.Errorf("the %s ended with code %d:\n%s", name, code, p.Output())
		}
	}
	checkStats(t, "starter", starter, enough)
	checkStats(t, "joiner", joiner, enough)
}

func TestARefusedGuestIsTold(t *testing.T) {
	d := newDesk(t, callWidth, callHeight, locales.Norwegian)
	d.open(t, "launcher.start", append(inCall("Kari", filepath.Join(d.Home, "stats")), "--lang", "nb")...)
	d.scrollTo(t, "call.start")
	d.press(t, "call.start")
	d.press(t, "call.copy-link")
	guest := d.Launch(t, program, "call", "join", d.Clipboard(t), "--camera", "none", "--microphone", "none",
		"--speaker", "none", "--lang", "nb", "--name", "Ukjent")
	d.press(t, "call.refuse")
	if code := guest.Wait(t, patience); code != 1 {
		t.Errorf("the guest's program ended with code %d", code)
	}
	if want := d.texts.Text("call.end.refused"); !strings.Contains(guest.Stderr(), want) {
		t.Errorf("the guest was told %q, want %q", guest.Stderr(), want)
	}
}

// printedLink waits for the link that a call without a window prints.
func printedLink(t *testing.T, output func() string) string {
	t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		for _, line := range strings.Split(output(), "\n") {
			if printed, ok := strings.CutPrefix(line, "link: "); ok {
				return strings.TrimSpace(printed)
			}
		}
	}
	t.Fatalf("no link was printed:\n%s", output())
	return ""
}

func waitForState(t *testing.T, stats string, want call.State) {
	t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(100 * time.Millisecond) {
		for _, second := range readStats(t, stats) {
			if second.State == want {
				return
			}
		}
	}
	t.Fatalf("the call was not %s within %v", want, patience)
}

// checkStats asks of the seconds in which the two talked, but for the first and
// the last, which are not whole: enough pictures decoded and sound that is not
// silence. One second in which this machine did something else is forgiven by
// taking the median.
func checkStats(t *testing.T, who, file string, enough float64) {
	t.Helper()
	var decoded, levels []float64
	for _, second := range readStats(t, file) {
		if second.State != call.Connected || len(second.Peers) != 1 || second.Local.Video.Captured == 0 {
			continue
		}
		decoded = append(decoded, float64(second.Peers[0].Video.Decoded))
		levels = append(levels, second.Peers[0].Audio.LevelDB)
	}
	const least, most = 4, int(callTime / time.Second) // after that they tried the buttons
	if len(decoded) < least {
		t.Fatalf("%s: the statistics have %d connected seconds", who, len(decoded))
	}
	decoded, levels = decoded[:min(len(decoded), most)], levels[:min(len(levels), most)]
	t.Logf("%s: pictures decoded %v, sound %v", who, decoded, levels)
	if got := median(decoded[1 : len(decoded)-1]); got < enough {
		t.Errorf("%s: %v pictures decoded a second, want at least %v", who, got, enough)
	}
	if got := median(levels[1 : len(levels)-1]); got < silence {
		t.Errorf("%s: the sound is at %v dBFS, which is silence", who, got)
	}
}

func readStats(t *testing.T, file string) []call.Stats {
	t.Helper()
	f, err := os.Open(file)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	var all []call.Stats
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var second call.Stats
		if err := json.Unmarshal(lines.Bytes(), &second); err != nil {
			t.Fatalf("reading %q: %v", lines.Text(), err)
		}
		all = append(all, second)
	}
	return all
}
