package paper

import (
	"testing"

	"hjemmekontor/assets"
)

func TestNearest(t *testing.T) {
	glyphs := make(Glyphs)
	for _, r := range " abcdefghinåé1\u0301" {
		glyphs[r] = true
	}
	for _, test := range []struct {
		r    rune
		want string
		ok   bool
	}{
		{'a', "a", true},
		{'å', "å", true},
		{'ă', "a", true},
		{'ĝ', "g", true},
		{'ễ', "e", true},
		{'ﬁ', "fi", true},
		{'ﬂ', "", false}, // half of it is lacking
		{'①', "1", true},
		{'ê', "e", true},
		{'\u0301', "\u0301", true},
		{'\u0302', "", true},
		{'\u200d', "", true},
		{'\ufe0f', "", true},
		{'\u202e', "", true},
		{'\n', "", true},
		{'x', "", false},
		{'陈', "", false},
		{'👩', "", false},
		{'\U0010ffff', "", false},
	} {
		got, ok := glyphs.Nearest(test.r)
		if ok != test.ok || ok && got != test.want {
			t.Errorf("%c is written %q, %t, want %q, %t", test.r, got, ok, test.want, test.ok)
		}
	}
}

// What the app says, and what names in Norway are written with, is in the
// typeface; the PDF library could not draw what lies beyond the basic plane.
func TestTypeface(t *testing.T) {
	glyphs, err := Typeface()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range "abcæøåÆØÅéèêòôüöäÁáČčĐđŊŋŠšŦŧŽžłğІіЖ0123456789+@.,:;!?()/&’«»–…·" {
		if !glyphs[r] {
			t.Errorf("%c cannot be written", r)
		}
	}
	if glyphs['陈'] {
		t.Error("a character is there that is not in the typeface")
	}
	for r := range glyphs {
		if r > 0xFFFD {
			t.Errorf("%U lies beyond the basic plane", r)
		}
	}
}

// BenchmarkTypeface is what the first document of a run waits for, twice.
func BenchmarkTypeface(b *testing.B) {
	for b.Loop() {
		if _, err := glyphsOf(assets.Regular); err != nil {
			b.Fatal(err)
		}
	}
}
