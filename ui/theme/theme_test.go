package theme

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"
)

func TestEveryColourIsDefined(t *testing.T) {
	for _, a := range Appearances() {
		test.AssertAllColorNamesDefined(t, New(Choice{Appearance: a, TextScale: 1}), string(a))
	}
	for name := range lightPalette {
		if _, ok := darkPalette[name]; !ok {
			t.Errorf("%s is missing in the dark palette", name)
		}
	}
	if len(lightPalette) != len(darkPalette) {
		t.Errorf("palettes have %d and %d colours", len(lightPalette), len(darkPalette))
	}
}

func TestTextStandsOutFromItsGround(t *testing.T) {
	const enough = 4.5
	pairs := []struct{ text, ground fyne.ThemeColorName }{
		{fynetheme.ColorNameForeground, fynetheme.ColorNameBackground},
		{fynetheme.ColorNameForeground, ColorNameSurface},
		{fynetheme.ColorNameForeground, ColorNameNavigation},
		{fynetheme.ColorNameForeground, fynetheme.ColorNameButton},
		{fynetheme.ColorNameForeground, fynetheme.ColorNameOverlayBackground},
		{fynetheme.ColorNameForeground, fynetheme.ColorNameSelection},
		{fynetheme.ColorNameForegroundOnPrimary, fynetheme.ColorNamePrimary},
		{fynetheme.ColorNameForegroundOnError, fynetheme.ColorNameError},
		{fynetheme.ColorNameForegroundOnSuccess, fynetheme.ColorNameSuccess},
		{fynetheme.ColorNameForegroundOnWarning, fynetheme.ColorNameWarning},
		{fynetheme.ColorNamePlaceHolder, fynetheme.ColorNameInputBackground},
		{fynetheme.ColorNameHyperlink, ColorNameSurface},
		{fynetheme.ColorNameHyperlink, fynetheme.ColorNameBackground},
		{fynetheme.ColorNameError, ColorNameSurface},
		{fynetheme.ColorNameWarning, ColorNameSurface},
		{fynetheme.ColorNameSuccess, ColorNameSurface},
		{ColorNameMuted, ColorNameSurface},
		{ColorNameMuted, fynetheme.ColorNameBackground},
		{ColorNameMuted, ColorNameNavigation},
		{ColorNameOnTint, ColorNameTint},
		{ColorNameOnNotice, ColorNameNotice},
		{ColorNameOnStage, ColorNameStage},
		{ColorNameOnStage, ColorNameStageControl},
		{ColorNameOnStageEnd, ColorNameStageEnd},
	}
	for name, p := range map[string]palette{"light": lightPalette, "dark": darkPalette} {
		for _, pair := range pairs {
			if c := contrast(p[pair.text], p[pair.ground]); c < enough {
				t.Errorf("%s: %s on %s has contrast %.2f, want at least %.1f", name, pair.text, pair.ground, c, enough)
			}
		}
	}
}

func TestTextGrowsAndSpaceDoesNot(t *testing.T) {
	normal, large := New(Choice{TextScale: 1}), New(Choice{TextScale: 2})
	if got, want := large.Size(fynetheme.SizeNameText), 2*normal.Size(fynetheme.SizeNameText); got != want {
		t.Errorf("text at 200 %% is %v, want %v", got, want)
	}
	if got, want := large.Size(fynetheme.SizeNamePadding), normal.Size(fynetheme.SizeNamePadding); got != want {
		t.Errorf("padding at 200 %% is %v, want %v", got, want)
	}
	if got := New(Choice{TextScale: 50}).Size(fynetheme.SizeNameText); got != normal.Size(fynetheme.SizeNameText) {
		t.Errorf("a senseless scale gives %v", got)
	}
}

func TestChosenAppearanceOverridesTheSystem(t *testing.T) {
	dark := New(Choice{Appearance: Dark}).Color(fynetheme.ColorNameBackground, fynetheme.VariantLight)
	if dark != darkPalette[fynetheme.ColorNameBackground] {
		t.Errorf("dark appearance on a light system gives %v", dark)
	}
	system := New(Choice{Appearance: System}).Color(fynetheme.ColorNameBackground, fynetheme.VariantLight)
	if system != lightPalette[fynetheme.ColorNameBackground] {
		t.Errorf("system appearance on a light system gives %v", system)
	}
}

func TestIconTakesTheColourOfTheTheme(t *testing.T) {
	test.NewTempApp(t)
	icon := NewIcon("home", fynetheme.ColorNamePrimary)
	test.WithTestTheme(t, func() {
		if name := icon.Name(); name == "" || string(icon.Content()) == string(icon.svg) {
			t.Errorf("icon %q kept its black lines", name)
		}
	})
}

// contrast is WCAG's contrast ratio of two opaque colours.
func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		s := float64(v) / 0xFFFF
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}
