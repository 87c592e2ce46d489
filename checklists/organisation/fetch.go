package organisation

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
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
// FetchTime and MaxFileSize, and goes to no address that is not https. The
// error is ErrUnreachable, ErrNotOrganisation for a web page, ErrTooLarge, what
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
	data, newETag, err = fetch(limited, client, address, etag)
	if err != nil && ctx.Err() != nil {
		return nil, "", ctx.Err()
	}
	return data, newETag, err
}

func fetch(ctx context.Context, client *http.Client, address, etag string) ([]byte, string, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, http.NoBody)
	if err != nil {
		return nil, "", fmt.Errorf("organisation address: %w", ErrMalformedAddress)
	}
	request.Header.Set("User-Agent", userAgent)
	if etag != "" {
		request.Header.Set("If-None-Match", etag)
	}
	careful := *client
	careful.CheckRedirect = checkRedirect
	response, err := careful.Do(request)
	if err != nil {
		return nil, "", unreachable(err)
	}
	defer response.Body.Close()
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
		return nil, "", unreachable(err)
	case !bytes.HasPrefix(data, []byte(firstLine)):
		return nil, "", ErrNotOrganisation
	}
	return data, usableETag(response.Header.Get("ETag")), nil
}

// checkRedirect lets a server send us on to another https address, which is
// not told where we come from.
func checkRedirect(request *http.Request, via []*http.Request) error {
	if len(via) > maxRedirects {
		return errors.New("sent on too often")
	}
	if u := request.URL; u.Scheme != download.scheme || u.User != nil {
		return fmt.Errorf("sent on: %w", ErrWrongScheme)
	}
	request.Header.Del("Referer")
	return nil
}

// unreachable wraps what went wrong without the address, which may hold what
// gives access to the file.
func unreachable(err error) error {
	var withAddress *url.Error
	if errors.As(err, &withAddress) {
		err = withAddress.Err
	}
	return fmt.Errorf("%w: %w", ErrUnreachable, err)
}

// usableETag returns the tag unless it is longer than one should be kept.
func usableETag(tag string) string {
	const longest = 200
	if len(tag) > longest {
		return ""
	}
	return tag
}
