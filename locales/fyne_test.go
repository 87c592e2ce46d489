package locales

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestToolkit holds the toolkit's words against those it has itself, so that
// none is left in another language after it has got new ones.
func TestToolkit(t *testing.T) {
	folder, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "fyne.io/fyne/v2").Output()
	if err != nil {
		t.Fatalf("finding the toolkit: %v", err)
	}
	own, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(folder)), "lang", "translations", "base.en.json"))
	if err != nil {
		t.Fatal(err)
	}
	want := words(t, own)
	if len(want) == 0 {
		t.Fatal("the toolkit has no words")
	}
	for _, l := range Languages() {
		got := words(t, Toolkit(l))
		for key := range want {
			if strings.TrimSpace(got[key]) == "" {
				t.Errorf("%q is missing in %q", key, l)
			}
		}
		for key := range got {
			if _, known := want[key]; !known {
				t.Errorf("%q has %q, which the toolkit does not ask for", l, key)
			}
		}
	}
	if nb, en := words(t, Toolkit(Norwegian)), words(t, Toolkit(English)); nb["Paste"] != "Lim inn" || en["Paste"] != "Paste" {
		t.Errorf("to paste is %q in Norwegian, %q in English", nb["Paste"], en["Paste"])
	}
}

// words reads the toolkit's own format: a text, or its plural forms, for every
// key.
func words(t *testing.T, data []byte) map[string]string {
	t.Helper()
	var raw map[string]any
	if err := json.Unmarshal(data, &raw); err != nil {
		t.Fatal(err)
	}
	flat := map[string]string{}
	for key, value := range raw {
		switch v := value.(type) {
		case string:
			flat[key] = v
		case map[string]any:
			for form, text := range v {
				flat[key+"."+form], _ = text.(string)
			}
		default:
			t.Errorf("%q is a %T", key, v)
		}
	}
	return flat
}
