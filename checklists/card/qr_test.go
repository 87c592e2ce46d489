package card

import (
	"errors"
	"image/color"
	"testing"
)

func TestQR(t *testing.T) {
	picture, err := QR("tel:+4722000000")
	if err != nil {
		t.Fatal(err)
	}
	bounds := picture.Bounds()
	if bounds.Dx() != bounds.Dy() || bounds.Dx()%modulePixels != 0 {
		t.Errorf("picture is %v, want a square of whole modules", bounds)
	}
	const quiet = 4 * modulePixels // four modules (ISO/IEC 18004, section 9.1)
	dark := 0
	for y := bounds.Min.Y; y < bounds.Max.Y; y++ {
		for x := bounds.Min.X; x < bounds.Max.X; x++ {
			grey := color.GrayModel.Convert(picture.At(x, y)).(color.Gray).Y
			inside := min(x, y, bounds.Max.X-1-x, bounds.Max.Y-1-y) >= quiet
			if grey != 0 && grey != 0xff || grey == 0 && !inside {
				t.Fatalf("%d, %d is %d", x, y, grey)
			}
			if grey == 0 {
				dark++
			}
		}
	}
	if dark == 0 {
		t.Error("nothing is dark")
	}
}

func TestQRDialsOnly(t *testing.T) {
	for _, link := range []string{
		"", "tel:", "22000000", "https://firma.no", "tel:22000000;ext=1", "tel:22 00 00 00", "mailto:kari@firma.no", "tel:١١٢",
	} {
		if picture, err := QR(link); !errors.Is(err, ErrNoNumber) || picture != nil {
			t.Errorf("QR(%q) = %v, %v", link, picture, err)
		}
	}
}
