package paper

// Colour is red, green and blue.
type Colour [3]uint8

// The colours of the app's light appearance that all documents share.
var (
	Ink     = Colour{0x1B, 0x27, 0x2E}
	Primary = Colour{0x1F, 0x5F, 0x6B}
	Black   = Colour{}
)

func (c Colour) split() (red, green, blue int) { return int(c[0]), int(c[1]), int(c[2]) }
