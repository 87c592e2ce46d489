package organisation

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"time"

	"hjemmekontor/checklists/internal/inputfile"
)

// Limits on fetching a file.
const (
	// FetchTime is how long a server may take for the whole file.
	FetchTime = 20 * time.Second
	// maxRedirects is how many times it may send us elsewhere.
	maxRedirects = 3
)

// userAgent is all that servers are told about who is asking.
const userAgent = "Hjemmekontor"

// Fetch returns what lies at an https address, to be parsed. It takes at most
// FetchTime and MaxFileSize, and goes to no address that is not https. Of the
// client it uses the transport alone, so that no cookie is sent. The error is ErrUnreachable, ErrNotOrganisation for a web page, ErrTooLarge, what
// is wrong with the address, or that of ctx.
func Fetch(ctx context.Context, client *http.Client, address string) ([]byte, error) {
	data, _, err := FetchNewer(ctx, client, address, "")
	return data, err
}

// FetchNewer is Fetch for a file that is held already: etag is what the last
// FetchNewer from the address returned. The error is ErrUnchanged where the
// server says that nothing has changed since.
func FetchNewer(ctx context.Context, client *http.Client, address, etag string) (data []byte, newETag string, err error) {
	if err := download.check(address); err != nil {
		return nil, "", fmt.Errorf("organisation address: %w", err)
	}
	limited, cancel := context.WithTimeout(ctx, FetchTime)
	defer cancel()
	data, newETag, err = fetch(limited, client, address, usableETag(etag))
	if err != nil && ctx.Err() != nil {
		return nil, "", ctx.Err()
	}
	return data, newETag, err
}

func fetch(ctx context.Context, client *http.Client, address, etag string) ([]byte, string, error) {
	response, err := ask(ctx, client, address, etag)
	if err != nil {
		return nil, "", err
	}
	defer func() { _ = response.Body.Close() }()
	switch {
	case response.StatusCode == http.StatusNotModified && etag != "":
		return nil, "", ErrUnchanged
	case response.StatusCode != http.StatusOK:
		return nil, "", fmt.Errorf("%w: the server answers %d", ErrUnreachable, response.StatusCode)
	case response.ContentLength > MaxFileSize:
		return nil, "", ErrTooLarge
	}
	data, err := inputfile.ReadAll(response.Body, MaxFileSize)
	switch {
	case errors.Is(err, inputfile.ErrTooLarge):
		return nil, "", ErrTooLarge
	case err != nil:
		return nil, "", fmt.Errorf("%w: %w", ErrUnreachable, err)
	case !bytes.HasPrefix(data, []byte(firstLine)):
		return nil, "", ErrNotOrganisation
	}
	return data, usableETag(response.Header.Get("ETag")), nil
}

// ask returns the answer of the last server that we are sent on to. It follows
// redirects itself and uses no more of the client than its transport: the client
// would quote in its errors an address that it cannot read.
func ask(ctx context.Context, client *http.Client, address, etag string) (*http.Response, error) {
	transport := cmp.Or(client.Transport, http.DefaultTransport)
	for range 1 + maxRedirects {
		request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, http.NoBody)
		if err != nil {
			return nil, fmt.Errorf("organisation address: %w", ErrMalformedAddress)
		}
		request.Header.Set("User-Agent", userAgent)
		if etag != "" {
			request.Header.Set("If-None-Match", etag)
		}
		response, err := transport.RoundTrip(request)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrUnreachable, err)
		}
		if !isRedirect(response.StatusCode) {
			return response, nil
		}
		_ = response.Body.Close()
		if address, err = onward(response); err != nil {
			return nil, fmt.Errorf("%w: sent on: %w", ErrUnreachable, err)
		}
	}
	return nil, fmt.Errorf("%w: sent on too often", ErrUnreachable)
}

func isRedirect(status int) bool {
	return slices.Contains([]int{
		http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther,
		http.StatusTemporaryRedirect, http.StatusPermanentRedirect,
	}, status)
}

// onward is where an answer sends us: to another https address.
func onward(response *http.Response) (string, error) {
	u, err := response.Location()
	switch {
	case err != nil:
		return "", ErrMalformedAddress
	case u.Scheme != download.scheme, u.User != nil:
		return "", ErrWrongScheme
	}
	return u.String(), nil
}

// usableETag returns the tag if it is one (RFC 9110, section 8.8.3) and no longer
// than should be kept. Sent back, a star would mean that whatever there is has
// not changed.
func usableETag(tag string) string {
	const longest = 200
	if len(tag) > longest || !entityTag.MatchString(tag) {
		return ""
	}
	return tag
}

var entityTag = regexp.MustCompile(`^(W/)?"[\x21\x23-\x7e]*"$`)
