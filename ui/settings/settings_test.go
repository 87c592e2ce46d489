package settings

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/locales"
	"hjemmekontor/ui/theme"
	"hjemmekontor/ui/widgets"
)

// chosen is what the screen has told the shell.
type chosen struct {
	languages []locales.Language
	looks     []theme.Choice
	names     []string
	devices   []string
	opened    int
}

func (c *chosen) actions() Actions {
	device := func(kind string) func(string) {
		return func(id string) { c.devices = append(c.devices, kind+" "+id) }
	}
	return Actions{
		SetLanguage: func(l locales.Language) { c.languages = append(c.languages, l) },
		SetLook:     func(l theme.Choice) { c.looks = append(c.looks, l) },
		SetName:     func(name string) { c.names = append(c.names, name) },
		SetCamera:   device("camera"), SetMicrophone: device("microphone"), SetSpeaker: device("speaker"),
		OpenFolder: func() { c.opened++ },
	}
}

// newScreen shows the settings in a window.
func newScreen(t *testing.T) (*Screen, fyne.Window, *chosen) {
	t.Helper()
	texts, err := locales.Load(locales.Norwegian)
	if err != nil {
		t.Fatal(err)
	}
	look := theme.Choice{Appearance: theme.Light, TextScale: 1}
	test.NewTempApp(t).Settings().SetTheme(theme.New(look))
	c := &chosen{}
	s := New(texts, Values{Language: locales.Norwegian, Look: look, Name: "Kari"},
		About{Version: "1.2.3", Folder: "/home/kari/hjemmekontor"}, c.actions())
	w := test.NewTempWindow(t, s.Object())
	w.Resize(fyne.NewSize(1100, 700))
	return s, w, c
}

// press goes by keyboard to the button with these words and presses it.
func press(t *testing.T, w fyne.Window, words string) {
	t.Helper()
	const most = 50
	for range most {
		w.Canvas().FocusNext()
		if b, ok := w.Canvas().Focused().(*widget.Button); ok && b.Text == words {
			b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
			return
		}
	}
	t.Fatalf("the keyboard leads to no button %q", words)
}

func TestChoicesAreTold(t *testing.T) {
	_, w, c := newScreen(t)
	press(t, w, "Norsk (bokmål)") // as it is
	press(t, w, "English")
	if !slices.Equal(c.languages, []locales.Language{locales.English}) {
		t.Errorf("languages %q", c.languages)
	}
	press(t, w, "Mørkt")
	press(t, w, "150 %")
	press(t, w, "Som systemet")
	want := []theme.Choice{
		{Appearance: theme.Dark, TextScale: 1}, {Appearance: theme.Dark, TextScale: 1.5}, {Appearance: theme.System, TextScale: 1.5},
	}
	if !slices.Equal(c.looks, want) {
		t.Errorf("looks %v, want %v", c.looks, want)
	}
	press(t, w, "Åpne mappen")
	if c.opened != 1 {
		t.Errorf("the folder was opened %d times", c.opened)
	}
}

func TestEveryTextScaleCanBeChosen(t *testing.T) {
	_, w, c := newScreen(t)
	for _, tt := range []struct {
		words string
		want  float32
	}{{"125 %", 1.25}, {"150 %", 1.5}, {"200 %", 2}, {"100 %", 1}} {
		press(t, w, tt.words)
		if got := c.looks[len(c.looks)-1].TextScale; got != tt.want {
			t.Errorf("%s is told as %v", tt.words, got)
		}
	}
	if len(c.looks) != len(theme.TextScales()) {
		t.Errorf("%d scales were told of %d", len(c.looks), len(theme.TextScales()))
	}
}

func TestNameIsToldAsItIsWritten(t *testing.T) {
	_, w, c := newScreen(t)
	const most = 50
	for range most {
		w.Canvas().FocusNext()
		if entry, ok := w.Canvas().Focused().(*widgets.Entry); ok {
			entry.SetText("")
			test.Type(entry, "Åse")
			break
		}
	}
	if want := []string{"", "Å", "Ås", "Åse"}; !slices.Equal(c.names, want) {
		t.Errorf("told %q, want %q", c.names, want)
	}
}

func TestAboutIsShown(t *testing.T) {
	s, _, _ := newScreen(t)
	shown := test.RenderObjectToMarkup(s.Object())
	for _, want := range []string{"Versjon 1.2.3", "/home/kari/hjemmekontor", "Leter …"} {
		if !strings.Contains(shown, want) {
			t.Errorf("%q is not shown", want)
		}
	}
}

func TestDevicesOffered(t *testing.T) {
	two := []Device{{ID: "usb-1", Name: "Webkamera"}, {ID: "usb-2", Name: "Webkamera"}}
	standIns := []string{"Testbilde", "Ingen"}
	tests := []struct {
		name     string
		kind     Kind
		offered  []string // before the stand-ins
		selected string
	}{
		{"none", Kind{}, []string{"Den systemet bruker"}, "Den systemet bruker"},
		{"two of one make", Kind{Devices: two}, []string{"Den systemet bruker", "Webkamera", "Webkamera (2)"}, "Den systemet bruker"},
		{"the second is chosen", Kind{Chosen: "usb-2", Devices: two}, []string{"Den systemet bruker", "Webkamera", "Webkamera (2)"}, "Webkamera (2)"},
		{"unplugged", Kind{Chosen: "Logi", Devices: two}, []string{"Den systemet bruker", "Webkamera", "Webkamera (2)", "Logi (ikke tilkoblet)"}, "Logi (ikke tilkoblet)"},
		{"a stand-in", Kind{Chosen: "pattern", Devices: two[:1]}, []string{"Den systemet bruker", "Webkamera"}, "Testbilde"},
		{"named as a stand-in is", Kind{Devices: []Device{{ID: "usb-3", Name: "Ingen"}}}, []string{"Den systemet bruker", "Ingen"}, "Den systemet bruker"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, _, c := newScreen(t)
			s.ShowDevices(Present{Cameras: tt.kind})
			list := s.devices.camera.list
			want := slices.Concat(tt.offered, standIns)
			tellApart(want)
			if !slices.Equal(list.Options, want) || list.Selected != tt.selected {
				t.Errorf("offered %q with %q selected, want %q with %q", list.Options, list.Selected, want, tt.selected)
			}
			if len(c.devices) != 0 {
				t.Errorf("showing them chose %q", c.devices)
			}
			for i, option := range list.Options {
				list.SetSelected(option)
				if want := "camera " + s.devices.camera.values[i]; list.SelectedIndex() != i || (len(c.devices) > 0 && c.devices[len(c.devices)-1] != want) {
					t.Errorf("choosing %q chooses %q, want %q", option, c.devices, want)
				}
			}
		})
	}
}

func TestEachKindOfDeviceIsToldApart(t *testing.T) {
	s, _, c := newScreen(t)
	present := Kind{Devices: []Device{{ID: "a", Name: "A"}}}
	s.ShowDevices(Present{Cameras: present, Microphones: present, Speakers: present})
	for _, d := range []*deviceSelect{s.devices.camera, s.devices.microphone, s.devices.speaker} {
		d.list.SetSelected("A")
		d.list.SetSelected("Ingen")
		d.list.SetSelected("Den systemet bruker")
	}
	want := []string{
		"camera a", "camera none", "camera ", "microphone a", "microphone none", "microphone ", "speaker a", "speaker none", "speaker ",
	}
	if !slices.Equal(c.devices, want) {
		t.Errorf("chosen %q, want %q", c.devices, want)
	}
}

func TestTellApart(t *testing.T) {
	tests := []struct{ names, want []string }{
		{nil, nil},
		{[]string{"A", "B"}, []string{"A", "B"}},
		{[]string{"A", "A", "A"}, []string{"A", "A (2)", "A (3)"}},
		{[]string{"A", "B", "A", "B"}, []string{"A", "B", "A (2)", "B (2)"}},
		{[]string{"A", "A", "A (2)"}, []string{"A", "A (3)", "A (2)"}},
		{[]string{"A (2)", "A", "A"}, []string{"A (2)", "A", "A (3)"}},
		{[]string{"A (2)", "A (2)", "A", "A"}, []string{"A (2)", "A (2) (2)", "A", "A (3)"}},
	}
	for _, tt := range tests {
		got := slices.Clone(tt.names)
		tellApart(got)
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q becomes %q, want %q", tt.names, got, tt.want)
		}
	}
}

// Every text on the page is one that people read, not the key of one.
func TestNoKeyStandsForAText(t *testing.T) {
	s, _, _ := newScreen(t)
	key := regexp.MustCompile(`^[a-z]+(\.[a-z-]+)+$`)
	for _, o := range test.LaidOutObjects(s.Object()) {
		if text, ok := o.(*widgets.Text); ok && key.MatchString(text.String()) {
			t.Errorf("it says %q", text.String())
		}
	}
}

// Nothing moves away under the user's hand once the desktop has been looked at.
func TestNothingMovesWhenTheDesktopIsKnown(t *testing.T) {
	s, _, _ := newScreen(t)
	before := s.system.object.MinSize()
	s.ShowSystem(System{Opens: true, AtLogin: true})
	if after := s.system.object.MinSize(); after != before {
		t.Errorf("the card was %v and is %v", before, after)
	}
}
