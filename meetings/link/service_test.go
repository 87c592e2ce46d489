package link

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

func TestExamples(t *testing.T) {
	for _, s := range known().services {
		if len(s.Examples) == 0 || len(s.Not) == 0 {
			t.Errorf("%s has no examples, or nothing that is none", s.ID)
		}
		for _, example := range s.Examples {
			got, err := Recognise(example)
			if err != nil || got.Service != s.ID || got.Address != example {
				t.Errorf("%s: %s is taken for %q %q, %v", s.ID, example, got.Service, got.Address, err)
			}
		}
		for _, other := range s.Not {
			if got, err := Recognise(other); !errors.Is(err, ErrNotMeeting) && !errors.Is(err, ErrIncomplete) {
				t.Errorf("%s: %s is taken for %q, %v", s.ID, other, got.Service, err)
			}
		}
	}
}

// TestEveryRouteHasAnExample also compiles every pattern.
func TestEveryRouteHasAnExample(t *testing.T) {
	for _, s := range known().services {
		used := map[*route]bool{}
		for _, example := range s.Examples {
			a, _ := split(example)
			if m, err := s.match(a); err == nil {
				used[m.route] = true
			}
		}
		for _, r := range s.Routes {
			if !used[r] {
				t.Errorf("%s: no example of %s %s", s.ID, r.Path, r.Fragment)
			}
		}
		for _, a := range s.Apps {
			a.pattern()
		}
	}
}

func TestServicesAreMany(t *testing.T) {
	services := Services()
	if len(services) < 65 {
		t.Errorf("%d services; want the five and 60 more", len(services))
	}
	if s, ok := ServiceOf("no-such"); ok {
		t.Errorf("there is a service %v", s)
	}
	var ids, five []string
	for _, s := range services {
		if found, ok := ServiceOf(s.ID); !ok || found != s {
			t.Errorf("%s is found as %v", s.ID, found)
		}
		ids = append(ids, s.ID)
		if s.Tool != "" && s.Tool == s.ID {
			five = append(five, s.ID)
		}
		if s.Scheme != "" && !slices.Contains(AppSchemes(), s.Scheme) {
			t.Errorf("%s has the scheme %q", s.ID, s.Scheme)
		}
	}
	slices.Sort(ids)
	if len(slices.Compact(ids)) != len(services) {
		t.Error("an id is used twice")
	}
	if want := "zoom teams meet webex skype"; strings.Join(five, " ") != want {
		t.Errorf("the guide's tools are %q, want %q", five, want)
	}
}

// TestNoHostTwice: which of two services a link is to would hang on their order.
func TestNoHostTwice(t *testing.T) {
	for _, byName := range []map[string][]*service{known().servicesAt.exact, known().servicesAt.suffix} {
		for host, services := range byName {
			if len(services) > 1 {
				t.Errorf("%s belongs to %d services", host, len(services))
			}
		}
	}
}

func TestNoOtherSchemeThanAllowed(t *testing.T) {
	bad := []byte(`{"services": [{"id": "x", "routes": [{"path": "^/$", "kind": "join", "native": "file:///{path}"}]}]}`)
	if _, err := load(bad); err == nil {
		t.Error("a service brings its own scheme")
	}
}
