// Package assets embeds what the app shows that is not text: its fonts, its
// icons and its own mark.
package assets

import (
	"embed"
	"fmt"
)

//go:embed icons/*.svg
var icons embed.FS

// Regular and SemiBold are the app's typeface, Inter, in its two weights; the
// licence lies beside the files.
var (
	//go:embed fonts/Inter-Regular.ttf
	Regular []byte
	//go:embed fonts/Inter-SemiBold.ttf
	SemiBold []byte
	//go:embed mark.png
	Mark []byte // PNG, 128 × 128 pixels
)

// Icon gives the drawing of an icon as SVG: 24 × 24 units, drawn in black
// lines (#000000) that the theme recolours.
func Icon(name string) ([]byte, error) {
	svg, err := icons.ReadFile("icons/" + name + ".svg")
	if err != nil {
		return nil, fmt.Errorf("reading icon %q: %w", name, err)
	}
	return svg, nil
}
