package checklists

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"hjemmekontor/checklists/organisation"
)

// ownItem makes a company's own item.
func ownItem(id string, role Role) organisation.Item {
	return organisation.Item{
		ID: id, Role: string(role), Priority: string(Should), Months: 6,
		Title: organisation.Text{NB: "Lås arkivet"},
	}
}

func itemIDs(items []Item) []string {
	var ids []string
	for _, item := range items {
		ids = append(ids, item.ID)
	}
	return ids
}

func TestCatalogueWith(t *testing.T) {
	tests := []struct {
		name  string
		own   []organisation.Item
		added map[Role][]string
	}{
		{"none", nil, nil},
		{"for one role", []organisation.Item{ownItem("own-1", Employee)}, map[Role][]string{Employee: {"own-1"}}},
		{
			"for both, in the company's order",
			[]organisation.Item{ownItem("own-3", Employee), ownItem("own-2", Employer), ownItem("own-1", Employee)},
			map[Role][]string{Employee: {"own-3", "own-1"}, Employer: {"own-2"}},
		},
		{"for a role there is not", []organisation.Item{ownItem("own-1", "visitor")}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			catalogue := mustLoad(t)
			all := catalogue.With(test.own)
			for _, role := range Roles() {
				wantItems := append(itemIDs(catalogue.Items(role)), test.added[role]...)
				if got := itemIDs(all.Items(role)); !slices.Equal(got, wantItems) {
					t.Errorf("%s: items %q, want %q", role, got, wantItems)
				}
				wantSections := catalogue.Sections(role)
				if len(test.added[role]) > 0 {
					wantSections = append(wantSections, CompanySection(role))
				}
				if got := all.Sections(role); !slices.Equal(got, wantSections) {
					t.Errorf("%s: sections %q, want %q", role, got, wantSections)
				}
			}
			if all.AsOf() != catalogue.AsOf() || !slices.Equal(all.Sources(), catalogue.Sources()) {
				t.Error("the sources are others")
			}
		})
	}
}

func TestACompanysOwnItem(t *testing.T) {
	own := []organisation.Item{ownItem("own-1", Employee)}
	all := mustLoad(t).With(own)
	item, ok := all.Item("own-1")
	if !ok {
		t.Fatal("the item is not found")
	}
	want := Item{
		ID: "own-1", Role: Employee, Section: CompanySection(Employee), Priority: Should, Months: 6, Own: &own[0],
	}
	if !reflect.DeepEqual(item, want) {
		t.Errorf("Item = %+v, want %+v", item, want)
	}
	if items := all.Items(Employee); !reflect.DeepEqual(items[len(items)-1], want) {
		t.Errorf("the last item is %+v, want %+v", items[len(items)-1], want)
	}
	own[0].Title.NB = "changed"
	if item.Own.Title.NB == "changed" {
		t.Error("the item was changed through the slice it came in")
	}
}

// The catalogue that comes with the app stays as it is when a company comes,
// gives out another file, and goes.
func TestCatalogueWithLeavesTheOriginalAlone(t *testing.T) {
	catalogue, untouched := mustLoad(t), mustLoad(t)
	first := catalogue.With([]organisation.Item{ownItem("own-1", Employee), ownItem("own-2", Employer)})
	second := catalogue.With([]organisation.Item{ownItem("own-3", Employee)})
	if !reflect.DeepEqual(catalogue, untouched) {
		t.Error("the catalogue was changed")
	}
	if _, ok := first.Item("own-3"); ok {
		t.Error("the first company's catalogue holds the second's item")
	}
	for _, id := range []string{"own-1", "own-2"} {
		if _, ok := second.Item(id); ok {
			t.Errorf("the second company's catalogue holds %q", id)
		}
	}
}

func TestCompanySectionsAreTheirOwn(t *testing.T) {
	catalogue := mustLoad(t)
	var all []Section
	for _, role := range Roles() {
		all = append(all, catalogue.Sections(role)...)
	}
	for _, role := range Roles() {
		if slices.Contains(all, CompanySection(role)) {
			t.Errorf("%q is a section of the catalogue", CompanySection(role))
		}
		all = append(all, CompanySection(role))
	}
}

func BenchmarkCatalogueWith500Items(b *testing.B) {
	var own []organisation.Item
	for i := range organisation.MaxItems {
		own = append(own, ownItem(fmt.Sprintf("own-%d", i), Employee))
	}
	catalogue := mustLoad(b)
	for b.Loop() {
		catalogue.With(own)
	}
}
