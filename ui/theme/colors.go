package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Colours of the app's own besides Fyne's.
const (
	ColorNameSurface       fyne.ThemeColorName = "surface"       // cards, on the background
	ColorNameSurfaceBorder fyne.ThemeColorName = "surfaceBorder" // the hairline around a card
	ColorNameNavigation    fyne.ThemeColorName = "navigation"    // behind the navigation
	ColorNameMuted         fyne.ThemeColorName = "muted"         // text that may be passed over
	ColorNameTint          fyne.ThemeColorName = "tint"          // a quiet field of the primary colour
	ColorNameOnTint        fyne.ThemeColorName = "onTint"        // text and icons on that
	ColorNameNotice        fyne.ThemeColorName = "notice"        // behind a notice that wants attention
	ColorNameOnNotice      fyne.ThemeColorName = "onNotice"
	ColorNameStage         fyne.ThemeColorName = "stage" // behind the pictures of a call, dark in both
	ColorNameOnStage       fyne.ThemeColorName = "onStage"
	ColorNameStageControl  fyne.ThemeColorName = "stageControl"
	ColorNameStageEnd      fyne.ThemeColorName = "stageEnd" // the button that ends a call
	ColorNameOnStageEnd    fyne.ThemeColorName = "onStageEnd"
)

type palette map[fyne.ThemeColorName]color.Color

// Text on its ground has a contrast of at least 4.5:1 in both palettes (WCAG
// 2.2, 1.4.3); a test measures it.
var lightPalette = palette{
	fynetheme.ColorNameBackground:          rgb(0xF6F5F1),
	fynetheme.ColorNameButton:              rgb(0xE9EDEC),
	fynetheme.ColorNameDisabled:            rgb(0x8A949A),
	fynetheme.ColorNameDisabledButton:      rgb(0xECEBE6),
	fynetheme.ColorNameError:               rgb(0xB3261E),
	fynetheme.ColorNameFocus:               rgba(0x1F5FD0, 0x77),
	fynetheme.ColorNameForeground:          rgb(0x1B272E),
	fynetheme.ColorNameForegroundOnError:   rgb(0xFFFFFF),
	fynetheme.ColorNameForegroundOnPrimary: rgb(0xFFFFFF),
	fynetheme.ColorNameForegroundOnSuccess: rgb(0xFFFFFF),
	fynetheme.ColorNameForegroundOnWarning: rgb(0xFFFFFF),
	fynetheme.ColorNameHeaderBackground:    rgb(0xECEAE3),
	fynetheme.ColorNameHover:               rgba(0x1B272E, 0x0F),
	fynetheme.ColorNameHyperlink:           rgb(0x1B5E8C),
	fynetheme.ColorNameInputBackground:     rgb(0xF3F5F4),
	fynetheme.ColorNameInputBorder:         rgb(0x8F9AA0),
	fynetheme.ColorNameMenuBackground:      rgb(0xFFFFFF),
	fynetheme.ColorNameOverlayBackground:   rgb(0xFFFFFF),
	fynetheme.ColorNamePlaceHolder:         rgb(0x5D6A72),
	fynetheme.ColorNamePressed:             rgba(0x1B272E, 0x26),
	fynetheme.ColorNamePrimary:             rgb(0x1F5F6B),
	fynetheme.ColorNameScrollBar:           rgba(0x1B272E, 0x66),
	fynetheme.ColorNameScrollBarBackground: rgba(0x1B272E, 0x0A),
	fynetheme.ColorNameSelection:           rgb(0xCFE3E6),
	fynetheme.ColorNameSeparator:           rgb(0xDEDBD2),
	fynetheme.ColorNameShadow:              rgba(0x1B272E, 0x22),
	fynetheme.ColorNameSuccess:             rgb(0x2A7348),
	fynetheme.ColorNameWarning:             rgb(0x8A5A00),
	ColorNameSurface:                       rgb(0xFFFFFF),
	ColorNameSurfaceBorder:                 rgb(0xE4E1D8),
	ColorNameNavigation:                    rgb(0xECEAE3),
	ColorNameMuted:                         rgb(0x55626A),
	ColorNameTint:                          rgb(0xDDEBEC),
	ColorNameOnTint:                        rgb(0x154650),
	ColorNameNotice:                        rgb(0xFBEFD5),
	ColorNameOnNotice:                      rgb(0x5A3D00),
	ColorNameStage:                         rgb(0x11171B),
	ColorNameOnStage:                       rgb(0xEEF2F3),
	ColorNameStageControl:                  rgb(0x2C373E),
	ColorNameStageEnd:                      rgb(0xC0312A),
	ColorNameOnStageEnd:                    rgb(0xFFFFFF),
}

var darkPalette = palette{
	fynetheme.ColorNameBackground:          rgb(0x12181C),
	fynetheme.ColorNameButton:              rgb(0x2A353C),
	fynetheme.ColorNameDisabled:            rgb(0x6C7980),
	fynetheme.ColorNameDisabledButton:      rgb(0x20292F),
	fynetheme.ColorNameError:               rgb(0xF2A19A),
	fynetheme.ColorNameFocus:               rgba(0x9EC5FF, 0x88),
	fynetheme.ColorNameForeground:          rgb(0xE7ECEE),
	fynetheme.ColorNameForegroundOnError:   rgb(0x3A0B08),
	fynetheme.ColorNameForegroundOnPrimary: rgb(0x0B2A30),
	fynetheme.ColorNameForegroundOnSuccess: rgb(0x0C2616),
	fynetheme.ColorNameForegroundOnWarning: rgb(0x2D1E00),
	fynetheme.ColorNameHeaderBackground:    rgb(0x1D262C),
	fynetheme.ColorNameHover:               rgba(0xFFFFFF, 0x12),
	fynetheme.ColorNameHyperlink:           rgb(0x8CC3EC),
	fynetheme.ColorNameInputBackground:     rgb(0x0E1317),
	fynetheme.ColorNameInputBorder:         rgb(0x5C6A72),
	fynetheme.ColorNameMenuBackground:      rgb(0x222C33),
	fynetheme.ColorNameOverlayBackground:   rgb(0x1D262C),
	fynetheme.ColorNamePlaceHolder:         rgb(0x93A0A8),
	fynetheme.ColorNamePressed:             rgba(0xFFFFFF, 0x26),
	fynetheme.ColorNamePrimary:             rgb(0x7CC6D1),
	fynetheme.ColorNameScrollBar:           rgba(0xFFFFFF, 0x55),
	fynetheme.ColorNameScrollBarBackground: rgba(0xFFFFFF, 0x0A),
	fynetheme.ColorNameSelection:           rgb(0x244A52),
	fynetheme.ColorNameSeparator:           rgb(0x303B42),
	fynetheme.ColorNameShadow:              rgba(0x000000, 0x66),
	fynetheme.ColorNameSuccess:             rgb(0x86CFA1),
	fynetheme.ColorNameWarning:             rgb(0xE7B75F),
	ColorNameSurface:                       rgb(0x1B242A),
	ColorNameSurfaceBorder:                 rgb(0x2B363D),
	ColorNameNavigation:                    rgb(0x0D1215),
	ColorNameMuted:                         rgb(0xA3B0B8),
	ColorNameTint:                          rgb(0x1F3E45),
	ColorNameOnTint:                        rgb(0xC4E6EB),
	ColorNameNotice:                        rgb(0x3B2F14),
	ColorNameOnNotice:                      rgb(0xF3DCA8),
	ColorNameStage:                         rgb(0x080B0D),
	ColorNameOnStage:                       rgb(0xEEF2F3),
	ColorNameStageControl:                  rgb(0x2C373E),
	ColorNameStageEnd:                      rgb(0xC0312A),
	ColorNameOnStageEnd:                    rgb(0xFFFFFF),
}

func rgb(hex uint32) color.Color { return rgba(hex, 0xFF) }

func rgba(hex uint32, alpha uint8) color.Color {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: alpha}
}
