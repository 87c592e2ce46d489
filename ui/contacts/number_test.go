package contacts

import (
	"bytes"
	"image"
	"image/png"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"hjemmekontor/checklists/card"
	"hjemmekontor/checklists/organisation"
)

// pictures is the pictures that are seen of an object, without icons.
func pictures(o fyne.CanvasObject) []image.Image {
	if !o.Visible() {
		return nil
	}
	var found []image.Image
	switch o := o.(type) {
	case *canvas.Image:
		if o.Resource == nil {
			found = append(found, o.Image)
		}
	case *fyne.Container:
		for _, child := range o.Objects {
			found = append(found, pictures(child)...)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			found = append(found, pictures(child)...)
		}
	}
	return found
}

func pixels(t *testing.T, picture image.Image) []byte {
	t.Helper()
	var buffer bytes.Buffer
	if err := png.Encode(&buffer, picture); err != nil {
		t.Fatal(err)
	}
	return buffer.Bytes()
}

func TestACodeDialsTheNumber(t *testing.T) {
	s, w, _ := newScreen(t)
	s.Show(own(organisation.Contact{Role: organisation.SecurityOfficer, Phone: "22 00 00 00"}))
	c := s.numbers.own[organisation.SecurityOfficer]
	if n := len(pictures(c.object)); n != 0 {
		t.Fatalf("%d codes are shown before one is asked for", n)
	}
	press(t, w, "Vis QR-kode")
	shown := pictures(c.object)
	if len(shown) != 1 {
		t.Fatalf("%d codes are shown", len(shown))
	}
	want, err := card.QR("tel:+4722000000")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(pixels(t, shown[0]), pixels(t, want)) {
		t.Error("the code is that of something else")
	}
	if !shows(c.object, "Hold mobilkameraet mot koden") {
		t.Error("it does not say what to do with the code")
	}
	press(t, w, "Skjul QR-koden")
	if n := len(pictures(c.object)); n != 0 {
		t.Errorf("%d codes are shown after it was hidden", n)
	}
	press(t, w, "Vis QR-kode")
	if n := len(pictures(c.object)); n != 1 {
		t.Errorf("%d codes are shown the second time", n)
	}
}

func TestEveryAuthoritysNumberHasACode(t *testing.T) {
	public, err := organisation.PublicContacts()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range public {
		if c.Phone == "" {
			continue
		}
		if _, err := card.QR(c.TelURL()); err != nil {
			t.Errorf("%s: %v", c.ID, err)
		}
	}
}
