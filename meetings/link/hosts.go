package link

import "strings"

// hosts finds things by host name. A pattern "*.webex.com" stands for every
// host below webex.com, compared label by label, but not for webex.com itself.
type hosts[T any] struct {
	exact  map[string][]T
	suffix map[string][]T // by what follows "*."
}

func newHosts[T any]() hosts[T] {
	return hosts[T]{exact: map[string][]T{}, suffix: map[string][]T{}}
}

// add puts a thing at names and patterns.
func (h hosts[T]) add(patterns []string, thing T) {
	for _, pattern := range patterns {
		if parent, ok := strings.CutPrefix(pattern, "*."); ok {
			h.suffix[parent] = append(h.suffix[parent], thing)
		} else {
			h.exact[pattern] = append(h.exact[pattern], thing)
		}
	}
}

// at lists what is at a host: what bears its name, or else what the longest
// pattern stands for.
func (h hosts[T]) at(host string) []T {
	if found := h.exact[host]; found != nil {
		return found
	}
	for {
		_, parent, ok := strings.Cut(host, ".")
		if !ok {
			return nil
		}
		if found := h.suffix[parent]; found != nil {
			return found
		}
		host = parent
	}
}
