package theme

import (
	"bytes"
	"fmt"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"hjemmekontor/assets"
)

// Icon is one of the app's icons in a colour of the theme. It is drawn in
// lines, which Fyne's own recolouring (of fills only) would spoil, so it
// colours itself and deliberately is no fyne.ThemedResource.
type Icon struct {
	name  string
	color fyne.ThemeColorName
	svg   []byte
}

var _ fyne.Resource = (*Icon)(nil)

// NewIcon gives an icon of the assets folder in the colour named. The names
// are the app's own, so an unknown one is a mistake in the code and panics.
func NewIcon(name string, color fyne.ThemeColorName) *Icon {
	svg, err := assets.Icon(name)
	if err != nil {
		panic(err)
	}
	return &Icon{name: name, color: color, svg: svg}
}

// Name tells the icon and its present colour apart from others, since Fyne
// caches pictures by it.
func (i *Icon) Name() string { return i.hex()[1:] + "-" + i.name + ".svg" }

// Content is the icon as SVG in its present colour.
func (i *Icon) Content() []byte {
	return bytes.ReplaceAll(i.svg, []byte("#000000"), []byte(i.hex()))
}

func (i *Icon) hex() string {
	r, g, b, _ := fynetheme.Color(i.color).RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

// Mark is the app's own mark, for the window and the navigation.
func Mark() fyne.Resource { return fyne.NewStaticResource("hjemmekontor.png", assets.Mark) }
