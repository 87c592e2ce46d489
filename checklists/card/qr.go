package card

import (
	"errors"
	"fmt"
	"image"
	"strings"

	"github.com/skip2/go-qrcode"
)

// ErrNoNumber is returned for what is not a link that dials.
var ErrNoNumber = errors.New("no number to dial")

// modulePixels is the side of a code's smallest square on a screen.
const modulePixels = 8

// QR draws a link that dials ([Entry.TelURL], RFC 3966) as a QR code for a
// screen: black on white with the quiet zone around it that ISO/IEC 18004 asks
// for, about 260 pixels wide. A phone's camera offers to dial it.
func QR(telURL string) (image.Image, error) {
	code, err := newCode(telURL)
	if err != nil {
		return nil, err
	}
	return code.Image(-modulePixels), nil
}

// modules gives the squares of the code, row by row with the quiet zone, true
// for the dark ones.
func modules(telURL string) ([][]bool, error) {
	code, err := newCode(telURL)
	if err != nil {
		return nil, err
	}
	return code.Bitmap(), nil
}

// newCode corrects up to 15 % damage: a card in a wallet gets worn.
func newCode(telURL string) (*qrcode.QRCode, error) {
	number, ok := strings.CutPrefix(telURL, "tel:")
	if !ok || number == "" || strings.Trim(number, "+0123456789") != "" {
		return nil, ErrNoNumber
	}
	code, err := qrcode.New(telURL, qrcode.Medium)
	if err != nil {
		return nil, fmt.Errorf("drawing a QR code: %w", err)
	}
	return code, nil
}
