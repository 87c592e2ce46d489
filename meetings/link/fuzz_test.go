package link

import (
	"errors"
	"fmt"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// checkMeeting checks what holds of every meeting, whatever it was made of.
func checkMeeting(t *testing.T, m Meeting) {
	t.Helper()
	if m.Kind == Own {
		if m.Invite == nil || m.Address != "" || strings.Contains(fmt.Sprintf("%v %+v %#v", m, m, m), m.Invite.Code) {
			t.Errorf("our own invitation %v", m)
		}
		return
	}
	if known().service(m.Service) == nil || !slices.Contains(kindOrder, m.Kind) || m.Invite != nil {
		t.Errorf("service %q, kind %q", m.Service, m.Kind)
	}
	if m.Address == "" {
		if m.Kind != Retired {
			t.Errorf("%v has no address", m)
		}
		return
	}
	checkAddress(t, m, m.Address)
	checkAddress(t, m, m.Web())
	checkAddress(t, m, m.Public())
	checkNative(t, m)
	if len(m.Number()) > MaxAddress || len(m.Passcode()) > MaxPasscode {
		t.Errorf("number %q, passcode %q", m.Number(), m.Passcode())
	}
	if m.Secret() && strings.Contains(fmt.Sprintf("%v %+v %#v %s %q", m, m, m, m, m), m.Address) {
		t.Errorf("%q is printed with its secret", m.Address)
	}
}

// checkNative checks the address for the service's app, if there is one.
func checkNative(t *testing.T, m Meeting) {
	t.Helper()
	native, ok := m.Native()
	if !ok {
		return
	}
	scheme, _, _ := strings.Cut(native, "://")
	if !slices.Contains(AppSchemes(), scheme) || strings.ContainsAny(native, " \"<>\\\r\n") || len(native) > 2*MaxAddress {
		t.Errorf("native address %q", native)
	}
}

// checkAddress checks that an address leads to the service that it is said to
// lead to, for whoever reads it.
func checkAddress(t *testing.T, m Meeting, address string) {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" || u.User != nil || u.Host != u.Hostname() || len(address) > MaxAddress {
		t.Errorf("address %q: %v", address, err)
		return
	}
	if s := known().servicesAt.at(u.Host); len(s) == 0 || s[0].ID != m.Service {
		t.Errorf("%q is not at a host of %s", address, m.Service)
	}
	if strings.ContainsFunc(address, func(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune("\"<>\\", r) }) {
		t.Errorf("address %q", address)
	}
}

func FuzzFind(f *testing.F) {
	for _, i := range readInvitations(f) {
		f.Add(int(Pasted), i.text(f))
	}
	f.Fuzz(func(t *testing.T, place int, text string) {
		found := Find(Part{Place(place), text})
		if len(found) > MaxMeetings {
			t.Errorf("%d meetings", len(found))
		}
		for _, m := range found {
			checkMeeting(t, m)
		}
		if again := Find(Part{Place(place), text}); !slices.Equal(addresses(again), addresses(found)) {
			t.Errorf("found %v, then %v", found, again)
		}
	})
}

// FuzzRecognise also checks that each error is one of those named, and that
// what is recognised is recognised again by its address.
func FuzzRecognise(f *testing.F) {
	for _, text := range withSecret {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m, err := Recognise(text)
		if err != nil {
			checkError(t, err)
			return
		}
		checkMeeting(t, m)
		if m.Address == "" || !utf8.ValidString(m.Address) {
			return
		}
		again, err := Recognise(m.Address)
		if err != nil || again.Address != m.Address || again.Service != m.Service || again.Kind != m.Kind {
			t.Errorf("%q is taken for %q, %v", m.Address, again.Address, err)
		}
	})
}

func checkError(t *testing.T, err error) {
	t.Helper()
	named := []error{ErrNothing, ErrUnknownService, ErrNotMeeting, ErrIncomplete, ErrTooLong, ErrMalformed}
	if !slices.ContainsFunc(named, func(n error) bool { return errors.Is(err, n) }) {
		t.Errorf("untyped error %v", err)
	}
	var unknown *UnknownError
	if errors.Is(err, ErrUnknownService) && (!errors.As(err, &unknown) || len(unknown.Host) > maxHost) {
		t.Errorf("error %v", err)
	}
}

// FuzzParse checks that what is accepted keeps the bounds and survives being
// written and read again, and that every error is one of the two.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		example, "7-fjord-brunost", "hjemmekontor:call/7-fjord-\nbrunost?mailbox=wss://firma.no/v1",
		"se hjemmekontor://call/1-a-b?at=[::1]:1.", "hjemmekontor:call/%37-a-b", "ÆØÅ hjemmekontor:call/3-å-ø?",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		invite, err := Parse(text)
		if err != nil {
			if !errors.Is(err, ErrNotOurs) && !errors.Is(err, ErrMalformed) {
				t.Fatalf("untyped error %v", err)
			}
			return
		}
		if len(invite.Addresses) > MaxAddresses || len(invite.MailboxURLs()) > MaxAddresses+1 {
			t.Fatalf("too much in %+v", invite)
		}
		back, err := Parse(invite.String())
		if err != nil || !reflect.DeepEqual(back, invite) {
			t.Fatalf("%q became %+v, %v; want %+v", invite.String(), back, err, invite)
		}
	})
}
