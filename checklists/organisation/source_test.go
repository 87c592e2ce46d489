package organisation

import (
	"errors"
	"strings"
	"testing"
)

func TestSource(t *testing.T) {
	key := newKey(t).Public()
	for _, source := range []Source{
		{URL: "https://firma.no/firma.hjemmekontor"},
		{URL: "https://firma.no/firma.hjemmekontor", Key: &key},
		{URL: "https://firma.no/f?a=b&c=d+e%20;x", Key: &key},
	} {
		got, err := ParseSource(source.String())
		if err != nil || got.String() != source.String() || got.URL != source.URL {
			t.Errorf("%s is read as %s, %v", source, got, err)
		}
	}
}

func TestParseSource(t *testing.T) {
	key := newKey(t).Public()
	plain := "https://firma.no/firma.hjemmekontor"
	link := Source{URL: plain, Key: &key}.String()
	tests := []struct {
		name, text string
		want       Source
	}{
		{"address", plain, Source{URL: plain}},
		{"address with blanks around", " <" + plain + ">\r\n", Source{URL: plain}},
		{"address in capitals", "HTTPS://Firma.no/F", Source{URL: "https://firma.no/F"}},
		{"Norwegian host", "https://blåbær.no/", Source{URL: "https://xn--blbr-roah.no/"}},
		{"link", link, Source{URL: plain, Key: &key}},
		{"link in capitals", strings.Replace(link, "hjemmekontor:organisation", "HJEMMEKONTOR:Organisation", 1), Source{URL: plain, Key: &key}},
		{"link with slashes", strings.Replace(link, ":organisation", "://organisation", 1), Source{URL: plain, Key: &key}},
		{"link over three lines", link[:20] + "\r\n" + link[20:50] + "\n  " + link[50:], Source{URL: plain, Key: &key}},
		{"key not encoded", "hjemmekontor:organisation?from=" + plain + "&key=" + key.String(), Source{URL: plain, Key: &key}},
		{"parameter of a later version", link + "&color=blue", Source{URL: plain, Key: &key}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := ParseSource(test.text)
			if err != nil || got.String() != test.want.String() {
				t.Errorf("ParseSource = %s, %v, want %s", got, err, test.want)
			}
		})
	}
}

func TestParseSourceRefuses(t *testing.T) {
	key := newKey(t).Public().String()
	from := "hjemmekontor:organisation?from="
	tests := []struct {
		text string
		want error
	}{
		{"", ErrNotSource},
		{"hei", ErrNotSource},
		{"firma.no", ErrNotSource},
		{"javascript:alert(1)", ErrNotSource},
		{"hjemmekontor:call/7-fjord-brunost", ErrNotSource},
		{"hjemmekontor://call/7-fjord-brunost", ErrNotSource},
		{repeat(" ", MaxSource) + "https://firma.no/", ErrNotSource},
		{"http://firma.no/f", ErrWrongScheme},
		{"file:///etc/passwd", ErrWrongScheme},
		{"https://", ErrMalformedAddress},
		{"https://ola:hemmelig@firma.no/", ErrCredentials},
		{"https://firma.no/" + repeat("x", MaxAddress), ErrTooLong},
		{"Se https://firma.no/", ErrNotSource},
		{"hjemmekontor:organisation?", ErrMalformedAddress},
		{"hjemmekontor:organisation?key=" + key, ErrMalformedAddress},
		{from, ErrMalformedAddress},
		{from + "http://firma.no/f", ErrWrongScheme},
		{from + "javascript:alert(1)", ErrWrongScheme},
		{from + "https://a.no&from=https://b.no", ErrMalformedAddress},
		{from + "https://a.no&key=RWQ", ErrMalformedAddress},
		{from + "https://a.no&key=", ErrMalformedAddress},
		{from + "https://a.no&key=" + key + "&key=" + key, ErrMalformedAddress},
		{from + "https://a.no/%zz", ErrMalformedAddress},
	}
	for _, test := range tests {
		if got, err := ParseSource(test.text); !errors.Is(err, test.want) || got != (Source{}) {
			t.Errorf("%.60q: %v, %v, want %v", test.text, got, err, test.want)
		}
	}
}

// A link that tells the key makes sure of the very first file too.
func TestSourceCheck(t *testing.T) {
	file := sign(t, example(), newKey(t))
	other := newKey(t).Public()
	if err := (Source{}).Check(file); err != nil {
		t.Errorf("without key: %v", err)
	}
	if err := (Source{Key: &file.Key}).Check(file); err != nil {
		t.Errorf("with its key: %v", err)
	}
	if err := (Source{Key: &other}).Check(file); !errors.Is(err, ErrOtherKey) {
		t.Errorf("with another key: %v, want ErrOtherKey", err)
	}
}
