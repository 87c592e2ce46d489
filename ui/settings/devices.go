package settings

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// Device is a device of the machine.
type Device struct {
	ID   string // what it is chosen by
	Name string // what the user knows it by
}

// Kind is a kind of device: the ID of the one chosen ("" for the system's
// default) and those the machine has.
type Kind struct {
	Chosen  string
	Devices []Device
}

// Present is the devices of the machine.
type Present struct {
	Cameras, Microphones, Speakers Kind
}

// The stand-ins that can be chosen instead of a device.
const (
	none    = "none"
	pattern = "pattern"
	tone    = "tone"
)

// devices is the card on which camera, microphone and loudspeaker are chosen.
type devices struct {
	texts                       *locales.Texts
	camera, microphone, speaker *deviceSelect
	object                      fyne.CanvasObject
}

func newDevices(texts *locales.Texts, actions Actions) *devices {
	d := &devices{
		texts:      texts,
		camera:     newDeviceSelect(texts, []string{pattern, none}, actions.SetCamera),
		microphone: newDeviceSelect(texts, []string{tone, none}, actions.SetMicrophone),
		speaker:    newDeviceSelect(texts, []string{none}, actions.SetSpeaker),
	}
	d.object = widgets.NewCard(container.NewVBox(
		widgets.NewText(texts.Text("settings.devices"), widgets.Subtitle),
		widgets.NewText(texts.Text("settings.camera"), widgets.Strong), widgets.NewField(d.camera.list),
		widgets.NewText(texts.Text("settings.microphone"), widgets.Strong), widgets.NewField(d.microphone.list),
		widgets.NewText(texts.Text("settings.speaker"), widgets.Strong), widgets.NewField(d.speaker.list),
	))
	return d
}

func (d *devices) show(present Present) {
	d.camera.show(present.Cameras)
	d.microphone.show(present.Microphones)
	d.speaker.show(present.Speakers)
}

// deviceSelect is a list of devices of one kind.
type deviceSelect struct {
	texts    *locales.Texts
	standIns []string
	values   []string // what the options stand for, in their order
	list     *widget.Select
}

func newDeviceSelect(texts *locales.Texts, standIns []string, chosen func(string)) *deviceSelect {
	d := &deviceSelect{texts: texts, standIns: standIns}
	d.list = widget.NewSelect(nil, nil)
	d.list.PlaceHolder = texts.Text("settings.looking")
	d.list.OnChanged = func(string) {
		if i := d.list.SelectedIndex(); i >= 0 && i < len(d.values) {
			chosen(d.values[i])
		}
	}
	return d
}

// show offers the system's default, the devices present, one that is chosen
// but absent, and the stand-ins.
func (d *deviceSelect) show(kind Kind) {
	d.values, d.list.Options = []string{""}, []string{d.texts.Text("settings.device.default")}
	for _, device := range kind.Devices {
		d.values = append(d.values, device.ID)
		d.list.Options = append(d.list.Options, device.Name)
	}
	if kind.Chosen != "" && !slices.Contains(d.values, kind.Chosen) && !slices.Contains(d.standIns, kind.Chosen) {
		d.values = append(d.values, kind.Chosen)
		d.list.Options = append(d.list.Options, d.texts.Text("settings.device.absent", locales.Data{"Device": kind.Chosen}))
	}
	for _, standIn := range d.standIns {
		d.values = append(d.values, standIn)
		d.list.Options = append(d.list.Options, d.texts.Text("settings.device."+standIn))
	}
	tellApart(d.list.Options)
	changed := d.list.OnChanged
	d.list.OnChanged = nil
	d.list.SetSelectedIndex(max(slices.Index(d.values, kind.Chosen), 0))
	d.list.OnChanged = changed
}

// tellApart numbers names that are there more than once, as with two cameras
// of one make: the list knows its options by name alone.
func tellApart(names []string) {
	taken := map[string]bool{}
	for _, name := range names {
		taken[name] = true
	}
	seen := map[string]bool{}
	for i, name := range names {
		if !seen[name] {
			seen[name] = true
			continue
		}
		for n := 2; taken[names[i]]; n++ {
			names[i] = name + " (" + strconv.Itoa(n) + ")"
		}
		taken[names[i]] = true
	}
}
