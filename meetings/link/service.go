package link

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// service is one entry of services.json.
type service struct {
	ID       string    `json:"id"`
	Name     string    `json:"name"`
	Tool     string    `json:"tool"`
	Hosts    []string  `json:"hosts"`
	Routes   []*route  `json:"routes"`
	Website  []string  `json:"website"` // hosts with pages only
	Except   []string  `json:"except"`
	Cut      []string  `json:"cut"`
	Public   []string  `json:"public"`
	Apps     []app     `json:"apps"`
	Grouping []string  `json:"grouping"`
	Passcode *passcode `json:"passcode"`
	Examples []string  `json:"examples"`
	Not      []string  `json:"not"`

	// compiled once the first link to the service is met: nobody meets all.
	except, cut func() []*regexp.Regexp
}

// route is a path that leads to a meeting, and what is made of it.
type route struct {
	Path     string   `json:"path"`
	Fragment string   `json:"fragment"`
	Hosts    []string `json:"hosts"` // the only hosts where it leads there
	Needs    []string `json:"needs"` // parameters without which the link is cut short
	Kind     Kind     `json:"kind"`
	Native   string   `json:"native"` // template of the app's address
	Web      string   `json:"web"`    // template of the web client's address

	path, fragment func() *regexp.Regexp
}

// app is a form that the service's app understands, and the https address
// that means the same.
type app struct {
	Scheme  string `json:"scheme"`
	Pattern string `json:"pattern"`
	Address string `json:"address"`
	Retired bool   `json:"retired"` // there is no such address

	pattern func() *regexp.Regexp
}

// passcode tells where a service's passcodes are found.
type passcode struct {
	Parameter string `json:"parameter"` // of the link
	Longest   int    `json:"longest"`   // a longer value there is a token, not for people
}

// check looks for what the schema cannot say, and prepares the patterns.
func (s *service) check() error {
	for _, r := range s.Routes {
		if scheme, _, ok := strings.Cut(r.Native, ":"); ok && !slices.Contains(AppSchemes(), scheme) {
			return fmt.Errorf("scheme %q is not allowed", scheme)
		}
		if r.Web != "" && !strings.HasPrefix(r.Web, "https://{host}/") {
			return fmt.Errorf("web client %q is not on the meeting's host", r.Web)
		}
		r.path, r.fragment = compiled(r.Path), compiled(r.Fragment)
	}
	for i := range s.Apps {
		s.Apps[i].pattern = compiled(s.Apps[i].Pattern)
	}
	s.except, s.cut = allCompiled(s.Except), allCompiled(s.Cut)
	return nil
}

func compiled(pattern string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(pattern) })
}

func allCompiled(patterns []string) func() []*regexp.Regexp {
	return sync.OnceValue(func() []*regexp.Regexp {
		var all []*regexp.Regexp
		for _, pattern := range patterns {
			all = append(all, regexp.MustCompile(pattern))
		}
		return all
	})
}

// scheme is the scheme of the service's app, "" if it has none.
func (s *service) scheme() string {
	for _, r := range s.Routes {
		if scheme, _, ok := strings.Cut(r.Native, ":"); ok {
			return scheme
		}
	}
	return ""
}
