package theme

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Sizes of the app's own besides Fyne's.
const (
	SizeNameDisplayText fyne.ThemeSizeName = "displayText" // a number read from across the desk
	SizeNameLargeIcon   fyne.ThemeSizeName = "largeIcon"
)

// textSizes grow with the chosen text size.
var textSizes = map[fyne.ThemeSizeName]float32{
	fynetheme.SizeNameText:           15,
	fynetheme.SizeNameHeadingText:    25,
	fynetheme.SizeNameSubHeadingText: 17,
	fynetheme.SizeNameCaptionText:    12.5,
	fynetheme.SizeNameInlineIcon:     19,
	SizeNameDisplayText:              22,
	SizeNameLargeIcon:                26,
}

// sizes stay as they are: space must not eat the window at large text.
var sizes = map[fyne.ThemeSizeName]float32{
	fynetheme.SizeNamePadding:            5,
	fynetheme.SizeNameInnerPadding:       9,
	fynetheme.SizeNameLineSpacing:        5,
	fynetheme.SizeNameScrollBar:          12,
	fynetheme.SizeNameScrollBarSmall:     5,
	fynetheme.SizeNameScrollBarRadius:    6,
	fynetheme.SizeNameSeparatorThickness: 1,
	fynetheme.SizeNameInputBorder:        1.5,
	fynetheme.SizeNameInputRadius:        8,
	fynetheme.SizeNameSelectionRadius:    6,
	fynetheme.SizeNameButtonRadius:       8,
	fynetheme.SizeNameCardRadius:         12,
	fynetheme.SizeNameDialogRadius:       14,
	fynetheme.SizeNamePopupRadius:        10,
	fynetheme.SizeNameMenuRadius:         10,
}
