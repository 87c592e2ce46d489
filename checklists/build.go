package checklists

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"hjemmekontor/checklists/internal/datafile"
	"hjemmekontor/checklists/organisation"
)

// builder puts a catalogue together, checking as it goes.
type builder struct {
	catalogue *Catalogue
	sources   map[string]Source
	cited     map[string]bool
}

func (b *builder) build(cf catalogueFile, sf sourcesFile) (*Catalogue, error) {
	for _, s := range sf.Sources {
		if err := b.addSource(s); err != nil {
			return nil, fmt.Errorf("source %q: %w", s.ID, err)
		}
	}
	for _, s := range cf.Sections {
		if err := b.addSection(s); err != nil {
			return nil, fmt.Errorf("section %q: %w", s.ID, err)
		}
	}
	for _, i := range cf.Items {
		if err := b.addItem(i); err != nil {
			return nil, fmt.Errorf("item %q: %w", i.ID, err)
		}
	}
	for _, role := range Roles() {
		if err := b.checkOrder(role); err != nil {
			return nil, fmt.Errorf("role %q: %w", role, err)
		}
	}
	for id := range b.sources {
		if !b.cited[id] {
			return nil, fmt.Errorf("source %q: cited by no item", id)
		}
	}
	slices.SortFunc(b.catalogue.sources, func(x, y Source) int { return strings.Compare(x.ID, y.ID) })
	return b.catalogue, nil
}

func (b *builder) addSource(s sourceData) error {
	if _, taken := b.sources[s.ID]; taken {
		return errors.New("ID used twice")
	}
	if err := s.check(); err != nil {
		return err
	}
	source := Source{
		ID:        s.ID,
		Title:     s.Title,
		Publisher: s.Publisher,
		URL:       s.URL,
		Date:      s.Date,
		Certainty: s.Certainty,
		Secondary: s.Original != "",
		Original:  s.Original,
	}
	b.sources[s.ID] = source
	b.catalogue.sources = append(b.catalogue.sources, source)
	return nil
}

var validDate = regexp.MustCompile(`^\d{4}(-\d{2}(-\d{2})?)?$`)

func (s sourceData) check() error {
	switch {
	case !datafile.IsID(s.ID):
		return errors.New("not a valid ID")
	case s.Title == "" || s.Publisher == "":
		return errors.New("title or publisher missing")
	case s.Certainty != High && s.Certainty != Medium && s.Certainty != Low:
		return fmt.Errorf("unknown certainty %q", s.Certainty)
	case s.Date != "" && !validDate.MatchString(s.Date):
		return fmt.Errorf("unreadable date %q", s.Date)
	case s.URL != "" && !datafile.IsHTTPS(s.URL):
		return fmt.Errorf("address %q is not plain https", s.URL)
	}
	return nil
}

func (b *builder) addSection(s sectionData) error {
	if !datafile.IsID(string(s.ID)) {
		return errors.New("not a valid ID")
	}
	if !slices.Contains(Roles(), s.Role) {
		return fmt.Errorf("unknown role %q", s.Role)
	}
	for _, role := range Roles() {
		if slices.Contains(b.catalogue.sections[role], s.ID) {
			return errors.New("ID used twice")
		}
	}
	b.catalogue.sections[s.Role] = append(b.catalogue.sections[s.Role], s.ID)
	return nil
}

func (b *builder) addItem(i itemData) error {
	if _, taken := b.catalogue.byID[i.ID]; taken {
		return errors.New("ID used twice")
	}
	if err := i.check(); err != nil {
		return err
	}
	if !slices.Contains(b.catalogue.sections[i.Role], i.Section) {
		return fmt.Errorf("role %q has no section %q", i.Role, i.Section)
	}
	citations, err := b.citations(i.Citations)
	if err != nil {
		return err
	}
	item := Item{
		ID:        i.ID,
		Role:      i.Role,
		Section:   i.Section,
		Priority:  i.Priority,
		Probe:     i.Probe,
		Months:    i.Months,
		Systems:   i.Systems,
		Citations: citations,
	}
	b.catalogue.byID[i.ID] = item
	b.catalogue.items[i.Role] = append(b.catalogue.items[i.Role], item)
	return nil
}

func (i itemData) check() error {
	switch {
	case !datafile.IsID(i.ID):
		return errors.New("not a valid ID")
	case i.Priority != Must && i.Priority != Should && i.Priority != Nice:
		return fmt.Errorf("unknown priority %q", i.Priority)
	case i.Months < 0 || i.Months > organisation.MaxMonths:
		return fmt.Errorf("due after %d months, want 0 to %d", i.Months, organisation.MaxMonths)
	case i.Probe != "" && !datafile.IsID(i.Probe):
		return fmt.Errorf("invalid probe %q", i.Probe)
	}
	return checkSystems(i.Systems)
}

// checkSystems accepts systems that are known, each once, in the order of
// [Systems].
func checkSystems(systems []System) error {
	previous := -1
	for _, s := range systems {
		place := slices.Index(Systems(), s)
		if place < 0 {
			return fmt.Errorf("unknown system %q", s)
		}
		if place <= previous {
			return fmt.Errorf("system %q named twice or out of order", s)
		}
		previous = place
	}
	return nil
}

func (b *builder) citations(data []citationData) ([]Citation, error) {
	if len(data) == 0 {
		return nil, errors.New("no source cited")
	}
	var citations []Citation
	seen := make(map[string]bool)
	for _, c := range data {
		source, ok := b.sources[c.Source]
		if !ok {
			return nil, fmt.Errorf("unknown source %q", c.Source)
		}
		if seen[c.Source] {
			return nil, fmt.Errorf("source %q cited twice", c.Source)
		}
		seen[c.Source] = true
		b.cited[c.Source] = true
		citations = append(citations, Citation{Source: source, Checked: c.Checked})
	}
	return citations, nil
}

// checkOrder makes sure that a role's items follow its sections, so that a
// screen can put a heading wherever the section changes.
func (b *builder) checkOrder(role Role) error {
	var order []Section
	for _, item := range b.catalogue.items[role] {
		if len(order) == 0 || order[len(order)-1] != item.Section {
			order = append(order, item.Section)
		}
	}
	if !slices.Equal(order, b.catalogue.sections[role]) {
		return fmt.Errorf("items come in sections %q, want %q", order, b.catalogue.sections[role])
	}
	return nil
}
