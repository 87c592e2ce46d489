package ui

import (
	"errors"
	"runtime"
	"strings"
	"testing"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/meetings/tools"
)

func TestCheckAddress(t *testing.T) {
	tests := []struct {
		name, address string
		opened        bool
	}{
		{"web page", "https://www.datatilsynet.no/melde-avvik/?fane=1#slik", true},
		{"web page without encryption", "http://nettvett.no", true},
		{"telephone number", "tel:+4722000000", true},
		{"e-mail address", "mailto:kari%2Bjobb@firma.no", true},
		{"scheme in capitals", "HTTPS://nettvett.no", true},
		{"nothing", "", false},
		{"bare name", "nettvett.no", false},
		{"file", "file:///etc/passwd", false},
		{"file of another machine", "file://evil.example.com/share/x.exe", false},
		{"program", "/usr/bin/xterm", false},
		{"script", "javascript:alert(1)", false},
		{"Windows' protocol handlers", "ms-msdt:/id PCWDiagnostic", false},
		{"Windows path", `C:\Windows\System32\calc.exe`, false},
		{"network path", `\\evil.example.com\share`, false},
		{"no host", "https:///path", false},
		{"port alone", "https://:443/", false},
		{"opaque", "https:nettvett.no", false},
		{"name before the host", "https://www.datatilsynet.no@evil.example.com/", false},
		{"empty number", "tel:", false},
		{"number as a host", "tel://112", false},
		{"line break", "https://nettvett.no/\r\nx", false},
		{"option", "--version", false},
		{"our own", "hjemmekontor:call/7-fjord-brunost", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			parsed, err := checkAddress(tt.address)
			if (err == nil) != tt.opened {
				t.Fatalf("checkAddress = %v, %v", parsed, err)
			}
			if err != nil && parsed != nil {
				t.Errorf("it comes back all the same: %v", parsed)
			}
			if err == nil && !strings.EqualFold(parsed.String(), tt.address) {
				t.Errorf("it has become %v", parsed)
			}
		})
	}
}

func TestWhatIsRefusedSaysSo(t *testing.T) {
	if _, err := checkAddress("file:///etc/passwd"); !errors.Is(err, errNotOpened) {
		t.Errorf("checkAddress = %v", err)
	}
	_, err := checkAddress("https://nettvett.no/%zz")
	if err == nil || strings.Contains(err.Error(), "nettvett") {
		t.Errorf("checkAddress = %v, want an error without the address in it", err)
	}
}

// Every address that a screen offers is one that is opened.
func TestAddressesInTheDataAreOpened(t *testing.T) {
	var addresses []string
	catalogue, err := checklists.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, role := range []checklists.Role{checklists.Employee, checklists.Employer} {
		for _, item := range catalogue.Items(role) {
			for _, c := range item.Citations {
				addresses = append(addresses, c.Source.URL)
			}
		}
	}
	public, err := organisation.PublicContacts()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range public {
		addresses = append(addresses, c.TelURL(), c.URL, c.SourceURL)
	}
	guide, err := tools.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, tool := range guide.Tools() {
		addresses = append(addresses, tool.HomeURL)
		for _, fact := range tool.Facts {
			for _, source := range fact.Sources {
				addresses = append(addresses, source.URL)
			}
		}
	}
	checked := 0
	for _, address := range addresses {
		if address == "" {
			continue // no page, or no number, which then is not offered
		}
		checked++
		if _, err := checkAddress(address); err != nil {
			t.Errorf("%q: %v", address, err)
		}
	}
	if checked < 100 {
		t.Errorf("only %d addresses were found", checked)
	}
}

func FuzzCheckAddress(f *testing.F) {
	f.Add("https://www.datatilsynet.no/")
	f.Add("tel:112")
	f.Add("mailto:kari@firma.no")
	f.Add("file:///etc/passwd")
	f.Add("https://a@b")
	f.Fuzz(func(t *testing.T, address string) {
		parsed, err := checkAddress(address)
		if err != nil {
			return
		}
		again, err := checkAddress(parsed.String())
		if err != nil || again.Scheme != parsed.Scheme || again.Host != parsed.Host {
			t.Errorf("%q is let through as %q, which is %v, %v", address, parsed, again, err)
		}
		switch parsed.Scheme {
		case "https", "http", "tel", "mailto":
		default:
			t.Errorf("%q is let through with scheme %q", address, parsed.Scheme)
		}
	})
}

func TestFileURL(t *testing.T) {
	tests := []struct{ name, want string }{
		{"/home/kari/.local/share/hjemmekontor", "file:///home/kari/.local/share/hjemmekontor"},
		{"/home/kari/Mine filer/100 %", "file:///home/kari/Mine%20filer/100%20%25"},
		{"/home/åse/a?b#c", "file:///home/%C3%A5se/a%3Fb%23c"},
		{"C:/Users/Kari", "file:///C:/Users/Kari"},
	}
	if runtime.GOOS == "windows" {
		tests = append(tests, struct{ name, want string }{`C:\Users\Kari Nordmann`, "file:///C:/Users/Kari%20Nordmann"})
	}
	for _, tt := range tests {
		if got := fileURL(tt.name).String(); got != tt.want {
			t.Errorf("fileURL(%q) = %s, want %s", tt.name, got, tt.want)
		}
	}
}
