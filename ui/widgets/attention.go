package widgets

import fynetheme "fyne.io/fyne/v2/theme"

// Attention is the style of a small text that is not to be passed over.
var Attention = Style{size: fynetheme.SizeNameCaptionText, color: fynetheme.ColorNameWarning}
