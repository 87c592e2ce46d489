package link

import (
	"fmt"
	"slices"
	"testing"
)

func TestBest(t *testing.T) {
	const (
		meet     = "https://meet.google.com/abc-defg-hij"
		personal = "https://firma.zoom.us/my/kari"
		host     = "https://zoom.us/s/92345678901"
		webinar  = "https://zoom.us/w/82345678901?tk=Ab12"
		skype    = "https://join.skype.com/aBcDeFgH"
	)
	at := func(place Place, text string) Part { return Part{Place: place, Text: text} }
	for _, test := range []struct {
		name  string
		parts []Part
		want  string
	}{
		{"where it stood", []Part{at(InDescription, zoomLink), at(InConference, meet)}, meet},
		{"the location before the description", []Part{at(InDescription, meet), at(InLocation, zoomLink)}, zoomLink},
		{"the place before the kind", []Part{at(InDescription, meet), at(InLocation, personal)}, personal},
		{"a meeting before a personal room", []Part{at(Pasted, personal+" "+meet)}, meet},
		{"a meeting before the host's link", []Part{at(Pasted, host+" "+meet)}, meet},
		{"a meeting before a webinar", []Part{at(Pasted, webinar+" "+meet)}, meet},
		{"a personal room before the host's link", []Part{at(Pasted, host+" "+personal)}, personal},
		{"with its passcode", []Part{at(Pasted, meet+" "+zoomLink)}, zoomLink},
		{"the first of equals", []Part{at(Pasted, meet+" https://zoom.us/j/92345678901")}, meet},
		{"a closed service last, wherever it stood", []Part{at(InConference, skype), at(InDescription, personal)}, personal},
		{"a closed service alone", []Part{at(InLocation, skype)}, skype},
		{"help and phone numbers", []Part{at(Pasted, "https://support.zoom.us/hc https://zoom.us/u/ab12 https://meet.google.com/tel/abc-defg-hij "+zoomLink)}, zoomLink},
		{"the passcode from further down", []Part{at(InLocation, "https://zoom.us/j/92345678901"), at(InDescription, zoomLink)}, zoomLink},
		{"a room, not a link, in the location", []Part{at(InLocation, "Møterom 3, 2. etasje"), at(InHTML, "<p><a href='"+meet+"'>x</a>")}, meet},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got, ok := Best(test.parts...); !ok || got.Address != test.want {
				t.Errorf("got %q, %v; want %q", got.Address, ok, test.want)
			}
		})
	}
	if got, ok := Best(at(InLocation, "Møterom 3"), at(InDescription, "https://www.nrk.no/")); ok {
		t.Errorf("got %v from nothing", got)
	}
}

func TestFindListsEachOnce(t *testing.T) {
	text := zoomLink + " " + safe(zoomLink) + " https://zoom.us/j/92345678901 https://app.zoom.us/wc/92345678901/join " +
		teamsLink + " " + google(teamsLink)
	got := Find(Part{Pasted, text})
	if len(got) != 2 || got[0].Address != zoomLink || got[1].Address != teamsLink {
		t.Errorf("got %v", got)
	}
}

// TestFindIsTheSameEveryTime: nothing hangs on the order of a map.
func TestFindIsTheSameEveryTime(t *testing.T) {
	var text string
	for i, s := range known().services {
		text += fmt.Sprintf("%d %s\n", i, s.Examples[0])
	}
	first := Find(Part{Pasted, text})
	if len(first) != MaxMeetings {
		t.Errorf("%d meetings; want no more and no fewer than %d", len(first), MaxMeetings)
	}
	for range 5 {
		if again := Find(Part{Pasted, text}); !slices.Equal(addresses(again), addresses(first)) {
			t.Fatalf("got %v, then %v", first, again)
		}
	}
}

func addresses(meetings []Meeting) []string {
	var list []string
	for _, m := range meetings {
		list = append(list, m.Address)
	}
	return list
}
