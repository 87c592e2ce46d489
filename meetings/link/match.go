package link

import (
	"regexp"
	"slices"
)

// match is what is known of an address: the service, the route that leads to
// the meeting, and what the route's groups stand for.
type match struct {
	address address
	service *service
	route   *route
	groups  map[string]string
}

// match finds the meeting that an address leads to. The errors are
// ErrNotMeeting, ErrIncomplete with what there is of a match, and
// ErrUnknownService without a host.
func (t *table) match(a address) (m match, err error) {
	err = ErrUnknownService
	for _, s := range t.servicesAt.at(a.host) {
		if m, err = s.match(a); err == nil {
			break
		}
	}
	return m, err
}

func (s *service) match(a address) (match, error) {
	if slices.Contains(s.Website, a.host) || anyMatches(s.except(), a.path) {
		return match{}, ErrNotMeeting
	}
	part, err := match{}, ErrNotMeeting
	for _, r := range s.Routes {
		groups, ok := r.match(a)
		if !ok {
			continue
		}
		part = match{address: a, service: s, route: r, groups: groups}
		if r.complete(a) {
			return part, nil
		}
		err = ErrIncomplete
	}
	if anyMatches(s.cut(), a.path) {
		err = ErrIncomplete
	}
	return part, err
}

// match compares host, path and fragment and returns the named groups.
func (r *route) match(a address) (map[string]string, bool) {
	if len(r.Hosts) > 0 && !slices.Contains(r.Hosts, a.host) {
		return nil, false
	}
	if r.Fragment != "" && !r.fragment().MatchString(a.fragment) {
		return nil, false
	}
	return groups(r.path(), a.path)
}

// complete tells whether the parameters are there without which the meeting
// cannot be entered.
func (r *route) complete(a address) bool {
	for _, name := range r.Needs {
		if _, ok := a.parameter(name); !ok {
			return false
		}
	}
	return true
}

// groups matches a pattern and returns its named groups.
func groups(pattern *regexp.Regexp, s string) (map[string]string, bool) {
	found := pattern.FindStringSubmatch(s)
	if found == nil {
		return nil, false
	}
	named := map[string]string{}
	for i, name := range pattern.SubexpNames() {
		if name != "" {
			named[name] = found[i]
		}
	}
	return named, true
}

func anyMatches(patterns []*regexp.Regexp, s string) bool {
	for _, pattern := range patterns {
		if pattern.MatchString(s) {
			return true
		}
	}
	return false
}
