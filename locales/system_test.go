package locales

import (
	"runtime"
	"testing"
)

func TestChoose(t *testing.T) {
	tests := []struct {
		name string
		tags []string
		want Language
	}{
		{"no language at all", nil, Norwegian},
		{"bokmål", []string{"nb-NO"}, Norwegian},
		{"nynorsk", []string{"nn-NO"}, Norwegian},
		{"Norwegian, not said which", []string{"no"}, Norwegian},
		{"English", []string{"en-GB"}, English},
		{"American English", []string{"en-US"}, English},
		{"another language", []string{"pl-PL"}, English},
		{"Swedish", []string{"sv-SE"}, English},
		{"Northern Sami", []string{"se-NO"}, English},
		{"bokmål before English", []string{"nb", "en"}, Norwegian},
		{"English before bokmål", []string{"en", "nb"}, English},
		{"Polish, then bokmål", []string{"pl-PL", "nb-NO"}, Norwegian},
		{"Polish, then nothing known", []string{"pl-PL", "und"}, English},
		{"not said", []string{"und"}, Norwegian},
		{"no tags", []string{"", "C", "POSIX", "!"}, Norwegian},
		{"rubbish before English", []string{"!", "en"}, English},
		{"in capitals", []string{"NB-no"}, Norwegian},
		{"not said, but in Norway", []string{"und-NO"}, Norwegian},
		{"with a modifier", []string{"ca_ES@valencia"}, English},
		{"with an underscore", []string{"nn_NO"}, Norwegian},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Choose(tt.tags); got != tt.want {
				t.Errorf("Choose(%q) = %q, want %q", tt.tags, got, tt.want)
			}
		})
	}
}

// Whatever a system calls its languages, the app speaks one of its own.
func FuzzChoose(f *testing.F) {
	f.Add("nb-NO", "en-GB")
	f.Add("und", "zh-Hant-TW")
	f.Add("x-private", "")
	f.Add("i-klingon", "no-nyn")
	f.Fuzz(func(t *testing.T, first, second string) {
		if got, err := Parse(string(Choose([]string{first, second}))); err != nil {
			t.Errorf("Choose(%q, %q) = %q", first, second, got)
		}
	})
}

func TestSystem(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		if got, err := Parse(string(System())); err != nil {
			t.Errorf("the system's language is %q", got)
		}
		return
	}
	for environment, want := range map[string]Language{
		"nb_NO.UTF-8": Norwegian, "nn_NO.UTF-8": Norwegian, "en_GB.UTF-8": English, "de_DE@euro": English, "C": Norwegian,
	} {
		t.Setenv("LANGUAGE", "")
		t.Setenv("LC_ALL", environment)
		if got := System(); got != want {
			t.Errorf("under LC_ALL=%s it is %q, want %q", environment, got, want)
		}
	}
}
