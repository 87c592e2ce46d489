package remote

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"
)

const (
	maxHomes       = 5
	maxCollections = 200
)

// Discover returns the calendars for events that a user has on a CalDAV server,
// of which the host is enough: the way to them is found as in RFC 6764. If the
// address is that of a calendar, the answer is that one. The error is one of
// [Normalise], an [*Error], or that of ctx.
func (c *Client) Discover(ctx context.Context, address, user, password string) ([]Collection, error) {
	typed, err := parseTyped(address)
	if err != nil {
		return nil, err
	}
	e := c.begin(ctx, "finding calendars", typed, user, password)
	defer e.close()
	if slices.Contains(googleHosts, typed.Hostname()) {
		return nil, e.fail(ErrNeedsOAuth, "")
	}
	return e.discover()
}

func (e *errand) discover() ([]Collection, error) {
	found, from, err := e.findPrincipal()
	if err != nil {
		return nil, err
	}
	if found.props.takesEvents() {
		collection, err := e.collection(found, from)
		if err != nil {
			return nil, err
		}
		collection.Me = e.addressesOf(found, from)
		return []Collection{collection}, nil
	}
	principal, err := e.resolve(from, found.props.Principal.first())
	if err != nil {
		return nil, err
	}
	user, from, err := e.one(principal, askHome)
	if err != nil {
		return nil, err
	}
	return e.collections(user, from)
}

// findPrincipal asks at the places where CalDAV may begin who the user is, until
// one tells, or turns out to be a calendar itself.
func (e *errand) findPrincipal() (resource, *url.URL, error) {
	var failures []error
	for _, place := range places(e.typed) {
		found, from, err := e.one(place, askPrincipal)
		switch {
		case err == nil && (found.props.Principal.first() != "" || found.props.takesEvents()):
			return found, from, nil
		case err != nil && final(err):
			return resource{}, nil, err
		case err != nil:
			failures = append(failures, err)
		}
	}
	return resource{}, nil, e.worst(failures)
}

// worst is the error that tells most. That there is nothing at one place or the
// other comes to the same as that there is no calendar.
func (e *errand) worst(failures []error) error {
	for _, reason := range []error{ErrRefused, ErrTooLarge, ErrServer} {
		for _, failure := range failures {
			if errors.Is(failure, reason) {
				return failure
			}
		}
	}
	return e.fail(ErrNotCalendar, "")
}

// final reports whether it is no use to ask the same server at another place.
// Some refuse (403) places that they do not have.
func final(err error) bool {
	var failure *Error
	if !errors.As(err, &failure) || failure.Status == http.StatusUnauthorized {
		return true
	}
	return !slices.Contains([]error{ErrNotCalendar, ErrNotFound, ErrServer, ErrRefused, ErrTooLarge}, failure.Reason)
}

// places are where CalDAV may begin: what was typed, where RFC 6764 points to,
// and where Nextcloud has it.
func places(typed *url.URL) []*url.URL {
	var paths []string
	folder, _, isPage := strings.Cut(typed.Path, "/apps/calendar")
	if strings.Trim(typed.Path, "/") != "" && !isPage {
		paths = append(paths, typed.Path)
	}
	if folder = strings.Trim(strings.TrimSuffix(folder, "/index.php"), "/"); folder != "" && isPage {
		paths = append(paths, "/"+folder+"/remote.php/dav/")
	}
	paths = append(paths, "/.well-known/caldav", "/", "/remote.php/dav/")
	list := make([]*url.URL, 0, len(paths))
	for _, path := range paths {
		place := *typed
		if path != typed.Path {
			place.Path, place.RawPath, place.RawQuery = path, "", ""
		}
		list = append(list, &place)
	}
	return list
}

// collections are those in the homes of a user.
func (e *errand) collections(user resource, from *url.URL) ([]Collection, error) {
	homes := user.props.Homes.List
	if len(homes) == 0 {
		return nil, e.fail(ErrNotCalendar, "")
	}
	me := emails(user.props.Addresses.List, e.user)
	var list []Collection
	for _, href := range homes[:min(len(homes), maxHomes)] {
		home, err := e.resolve(from, strings.TrimSpace(href))
		if err != nil {
			return nil, err
		}
		found, at, err := e.propfind(home, "1", askCalendars)
		if err != nil {
			return nil, err
		}
		for _, r := range found {
			collection, err := e.collection(r, at)
			if err != nil || !r.props.takesEvents() || contains(list, collection.URL) {
				continue
			}
			collection.Me = me
			list = append(list, collection)
		}
	}
	return list[:min(len(list), maxCollections)], nil
}

func contains(list []Collection, address string) bool {
	return slices.ContainsFunc(list, func(c Collection) bool { return c.URL == address })
}

// collection is what a user sees of a calendar. It is only taken from a host
// that has been reached in this call, and may have the password: the next call
// takes its address for one that was typed.
func (e *errand) collection(r resource, from *url.URL) (Collection, error) {
	u, err := e.resolve(from, r.href)
	if err != nil {
		return Collection{}, err
	}
	if !sameSite(e.typed, u) || !e.line.reached(u.Hostname()) {
		return Collection{}, e.fail(ErrRedirected, "")
	}
	return Collection{URL: u.String(), Name: cleanName(r.props.Name), Colour: cleanColour(r.props.Colour)}, nil
}
