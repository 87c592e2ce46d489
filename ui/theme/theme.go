// Package theme is the look of the app: its colours, sizes, typeface and
// icons, light and dark.
//
// Set it once per change of the user's choice:
//
//	app.Settings().SetTheme(theme.New(theme.Choice{Appearance: theme.System, TextScale: 1}))
//
// Widgets read colours by name (fyne.io/fyne/v2/theme.Color), so that they
// follow the choice while they are shown.
package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"hjemmekontor/assets"
)

// Appearance is what the user has chosen between light and dark.
type Appearance string

// The appearances; System follows the desktop.
const (
	System Appearance = "system"
	Light  Appearance = "light"
	Dark   Appearance = "dark"
)

// Appearances lists the choices in the order in which they are offered.
func Appearances() []Appearance { return []Appearance{System, Light, Dark} }

// TextScales lists the text sizes offered, as factors of the normal size.
func TextScales() []float32 { return []float32{1, 1.25, 1.5, 2} }

// Choice is what the user has said about the look.
type Choice struct {
	Appearance Appearance
	TextScale  float32 // 1 is normal; texts and icons grow with it
}

// Theme draws the app; it falls back on Fyne's own theme for what it does not
// set itself.
type Theme struct {
	choice Choice
}

var _ fyne.Theme = (*Theme)(nil)

var (
	regular  = fyne.NewStaticResource("Inter-Regular.ttf", assets.Regular)
	semiBold = fyne.NewStaticResource("Inter-SemiBold.ttf", assets.SemiBold)
)

// New makes the theme for a choice. An unknown appearance follows the system,
// and a scale outside 0.5–3 is taken as 1.
func New(choice Choice) *Theme {
	if !(choice.TextScale >= 0.5 && choice.TextScale <= 3) { // NaN too
		choice.TextScale = 1
	}
	return &Theme{choice: choice}
}

// Color gives a colour of the palette that fits the choice.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	switch t.choice.Appearance {
	case Light:
		variant = fynetheme.VariantLight
	case Dark:
		variant = fynetheme.VariantDark
	}
	p := lightPalette
	if variant == fynetheme.VariantDark {
		p = darkPalette
	}
	if c, ok := p[name]; ok {
		return c
	}
	return fynetheme.DefaultTheme().Color(name, variant)
}

// Font gives Inter in the weight asked for, and Fyne's own face for italics,
// fixed width and symbols.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	if style.Monospace || style.Symbol || style.Italic {
		return fynetheme.DefaultTheme().Font(style)
	}
	if style.Bold {
		return semiBold
	}
	return regular
}

// Icon gives the toolkit's own icons; the app's are made with this package's
// NewIcon.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return fynetheme.DefaultTheme().Icon(name)
}

// Size gives a length in device-independent pixels.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := textSizes[name]; ok {
		return s * t.choice.TextScale
	}
	if s, ok := sizes[name]; ok {
		return s
	}
	return fynetheme.DefaultTheme().Size(name)
}
