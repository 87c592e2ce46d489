package screen

import (
	"image"
	"image/color"
	"image/draw"
	"testing"
)

func TestParseWords(t *testing.T) {
	const table = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n" +
		"4\t1\t1\t1\t1\t0\t20\t40\t200\t30\t-1\t\n" +
		"5\t1\t1\t1\t1\t1\t20\t40\t80\t30\t96.1\tStart\n" +
		"5\t1\t1\t1\t1\t2\t110\t40\t90\t30\t0\t \n"
	words, err := parseWords([]byte(table), image.Pt(100, 200))
	if err != nil {
		t.Fatal(err)
	}
	want := word{text: "Start", box: image.Rect(110, 220, 150, 235)}
	if len(words) != 1 || words[0] != want {
		t.Errorf("words %v, want only %v", words, want)
	}
	if _, err := parseWords([]byte("5\t1\t1\t1\t1\t1\tx\t40\t80\t30\t96\tStart\n"), image.Point{}); err == nil {
		t.Error("a row without numbers was taken")
	}
}

// TestPrepare has a dark page with a light button on it, and a stroke on each.
func TestPrepare(t *testing.T) {
	picture := image.NewRGBA(image.Rect(50, 50, 250, 150))
	fill := func(r image.Rectangle, shade uint8) {
		draw.Draw(picture, r, image.NewUniform(color.Gray{Y: shade}), image.Point{}, draw.Src)
	}
	button := image.Rect(150, 90, 230, 130)
	fill(picture.Rect, 20)
	fill(button, 200)
	fill(image.Rect(80, 70, 82, 82), 240)
	fill(image.Rect(190, 104, 192, 116), 40)

	flat := prepare(picture)
	if got, want := flat.Rect, image.Rect(0, 0, 200*enlargement, 100*enlargement); got != want {
		t.Fatalf("prepared picture %v, want %v", got, want)
	}
	at := func(x, y int) uint8 { // a screen pixel's middle
		return flat.GrayAt((x-50)*enlargement+enlargement/2, (y-50)*enlargement+enlargement/2).Y
	}
	for _, p := range []image.Point{{60, 60}, {100, 76}, {170, 110}, {210, 110}} {
		if got := at(p.X, p.Y); got != 255 {
			t.Errorf("background at %v is %d, want white", p, got)
		}
	}
	for _, p := range []image.Point{{81, 76}, {191, 110}} {
		if got := at(p.X, p.Y); got > 96 {
			t.Errorf("stroke at %v is %d, want dark", p, got)
		}
	}
}
