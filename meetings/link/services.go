package link

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"sync"
)

// Service is what the rest of the app may know of a service.
type Service struct {
	ID     string
	Name   string // the product's own name
	Tool   string // id of the guide's tool, or ""
	Scheme string // the URL scheme of its app, or ""
}

// Services lists the known services in the order of services.json.
func Services() []Service {
	var list []Service
	for _, s := range known().services {
		list = append(list, s.told())
	}
	return list
}

// ServiceOf finds a known service by its id.
func ServiceOf(id string) (Service, bool) {
	s := known().service(id)
	if s == nil {
		return Service{}, false
	}
	return s.told(), true
}

func (s *service) told() Service {
	return Service{ID: s.ID, Name: s.Name, Tool: s.Tool, Scheme: s.scheme()}
}

// AppSchemes lists the URL schemes that Native may return, sorted. Nothing in
// services.json can add to them.
func AppSchemes() []string {
	return []string{"jitsi-meet", "msteams", "slack", "webexteams", "zoommtg"}
}

//go:embed services.json
var servicesJSON []byte

// known returns the services. They are part of the program, and the tests load
// them: that they cannot be read is a mistake in the program.
var known = sync.OnceValue(func() *table {
	t, err := load(servicesJSON)
	if err != nil {
		panic(err)
	}
	return t
})

// table is services.json, ready for use.
type table struct {
	services   []*service
	servicesAt hosts[*service]
	wrappersAt hosts[*wrapper]
	harmless   []string
	schemes    []string // of apps, understood when pasted
	labels     labels
}

// file is services.json; services.schema.json describes it.
type file struct {
	Harmless []string   `json:"harmless"`
	Labels   labels     `json:"labels"`
	Wrappers []*wrapper `json:"wrappers"`
	Services []*service `json:"services"`
}

// load reads services.json.
func load(data []byte) (*table, error) {
	var f file
	if err := json.Unmarshal(data, &f); err != nil {
		return nil, fmt.Errorf("reading services: %w", err)
	}
	t := &table{
		services: f.Services, servicesAt: newHosts[*service](), wrappersAt: newHosts[*wrapper](),
		harmless: f.Harmless, labels: f.Labels.lower(),
	}
	for _, w := range f.Wrappers {
		w.path = compiled(w.Path)
		t.wrappersAt.add(w.Hosts, w)
	}
	for _, s := range f.Services {
		if err := t.add(s); err != nil {
			return nil, fmt.Errorf("service %q: %w", s.ID, err)
		}
	}
	return t, nil
}

func (t *table) add(s *service) error {
	if err := s.check(); err != nil {
		return err
	}
	t.servicesAt.add(s.Hosts, s)
	for _, app := range s.Apps {
		if !slices.Contains(t.schemes, app.Scheme) {
			t.schemes = append(t.schemes, app.Scheme)
		}
	}
	return nil
}

// service finds a service by its id; nil if there is none.
func (t *table) service(id string) *service {
	i := slices.IndexFunc(t.services, func(s *service) bool { return s.ID == id })
	if i < 0 {
		return nil
	}
	return t.services[i]
}
