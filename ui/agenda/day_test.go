package agenda

import (
	"slices"
	"testing"
	"time"
)

func ids(meetings []Meeting) []string {
	var ids []string
	for _, m := range meetings {
		ids = append(ids, m.ID)
	}
	return ids
}

func TestTodayOf(t *testing.T) {
	tests := []struct {
		name            string
		meetings        []Meeting
		now, next, also []string
	}{
		{"nothing", nil, nil, nil, nil},
		{"over", []Meeting{meeting("a", at(0, 7, 55))}, nil, nil, nil},
		{"on", []Meeting{meeting("a", at(0, 8, 0))}, []string{"a"}, nil, nil},
		{"beginning now", []Meeting{meeting("a", morning)}, []string{"a"}, nil, nil},
		{"since yesterday", []Meeting{meeting("a", at(-1, 20, 0), until(at(0, 10, 0)))}, []string{"a"}, nil, nil},
		{"without a length", []Meeting{meeting("a", at(0, 8, 50), until(at(0, 8, 50)))}, []string{"a"}, nil, nil},
		{"next and after", []Meeting{meeting("a", at(0, 9, 0)), meeting("b", at(0, 10, 0))}, nil, []string{"a"}, []string{"b"}},
		{"two at once", []Meeting{meeting("a", at(0, 9, 0)), meeting("b", at(0, 9, 0))}, nil, []string{"a", "b"}, nil},
		{"the whole day", []Meeting{
			meeting("a", at(0, 0, 0), until(at(1, 0, 0)), wholeDay), meeting("b", at(0, 9, 0)),
		}, nil, []string{"b"}, []string{"a"}},
		{"not going", []Meeting{
			meeting("a", at(0, 8, 30), cancelled), meeting("b", at(0, 9, 0), answered(Declined)), meeting("c", at(0, 9, 30)),
		}, nil, []string{"c"}, []string{"a", "b"}},
		{"tomorrow", []Meeting{meeting("a", at(1, 0, 0))}, nil, nil, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := todayOf(tt.meetings, morning)
			if !slices.Equal(ids(got.now), tt.now) || !slices.Equal(ids(got.next), tt.next) || !slices.Equal(ids(got.also), tt.also) {
				t.Errorf("now %v, next %v, also %v", ids(got.now), ids(got.next), ids(got.also))
			}
		})
	}
}

func TestWeekOf(t *testing.T) {
	week := weekOf([]Meeting{
		meeting("today", at(0, 12, 0)),
		meeting("course", at(1, 9, 0), until(at(3, 12, 0))),
		meeting("tuesday", at(1, 13, 0)),
		meeting("birthday", at(1, 0, 0), until(at(2, 0, 0)), wholeDay),
		meeting("last", at(7, 23, 0)),
		meeting("too far", at(8, 0, 0)),
	}, morning)
	want := map[int][]string{
		1: {"birthday", "course", "tuesday"}, 2: {"course"}, 3: {"course"}, 7: {"last"},
	}
	if len(week) != len(want) {
		t.Fatalf("%d days", len(week))
	}
	for _, d := range week {
		ahead := d.at.Day() - morning.Day()
		if !slices.Equal(ids(d.meetings), want[ahead]) {
			t.Errorf("in %d days: %v, want %v", ahead, ids(d.meetings), want[ahead])
		}
	}
}

// On the night the clocks change the day is as long as it is.
func TestDaysOfAnotherLength(t *testing.T) {
	oslo, err := time.LoadLocation("Europe/Oslo")
	if err != nil {
		t.Fatal(err)
	}
	sunday := time.Date(2026, time.October, 25, 1, 0, 0, 0, oslo)
	late := Meeting{ID: "late", Start: time.Date(2026, time.October, 25, 23, 30, 0, 0, oslo), End: time.Date(2026, time.October, 26, 0, 0, 0, 0, oslo)}
	if got := ids(todayOf([]Meeting{late}, sunday).next); !slices.Equal(got, []string{"late"}) {
		t.Errorf("next is %v", got)
	}
	if week := weekOf([]Meeting{late}, sunday); len(week) != 0 {
		t.Errorf("it is on %v too", week[0].at)
	}
}

func TestColliding(t *testing.T) {
	tests := []struct {
		name     string
		meetings []Meeting
		want     []string
	}{
		{"one after the other", []Meeting{meeting("a", at(0, 9, 0)), meeting("b", at(0, 10, 0))}, nil},
		{"overlapping", []Meeting{meeting("a", at(0, 9, 0)), meeting("b", at(0, 9, 30))}, []string{"a", "b"}},
		{"within a long one", []Meeting{
			meeting("a", at(0, 9, 0), until(at(0, 15, 0))), meeting("b", at(0, 10, 0)), meeting("c", at(0, 12, 0)), meeting("d", at(0, 15, 0)),
		}, []string{"a", "b", "c"}},
		{"not going to one", []Meeting{meeting("a", at(0, 9, 0), answered(Declined)), meeting("b", at(0, 9, 30))}, nil},
		{"cancelled", []Meeting{meeting("a", at(0, 9, 0)), meeting("b", at(0, 9, 30), cancelled)}, nil},
		{"free", []Meeting{meeting("a", at(0, 9, 0), free), meeting("b", at(0, 9, 30))}, nil},
		{"in two calendars", []Meeting{
			meeting("a", at(0, 9, 0), titled("Møte")), meeting("b", at(0, 9, 0), titled("Møte")),
		}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			found := colliding(tt.meetings)
			for _, m := range tt.meetings {
				if found[m.ID] != slices.Contains(tt.want, m.ID) {
					t.Errorf("%s collides: %v", m.ID, found[m.ID])
				}
			}
		})
	}
}
