package link

import (
	"fmt"
	"net/url"
	"strings"
)

// maxPieces is the largest number of lines over which a link may be broken.
const maxPieces = 32

// Parse finds the invitation in a pasted text: a link, possibly with other
// text around it and broken over several lines as mail programs do, or a bare
// code. Every error is ErrNotOurs or ErrMalformed.
func Parse(text string) (Invite, error) {
	if len(text) > MaxText {
		return Invite{}, fmt.Errorf("text of %d bytes: %w", len(text), ErrNotOurs)
	}
	if start, ok := findLink(text); ok {
		return parseBroken(text[start:])
	}
	if looksLikeCode(text) {
		code, err := parseCode(text)
		if err != nil {
			return Invite{}, err
		}
		return Invite{Code: code}, nil
	}
	return Invite{}, ErrNotOurs
}

// findLink returns the offset behind "hjemmekontor:call/" in the text.
func findLink(text string) (int, bool) {
	// ASCII folding only: it keeps the offsets, which strings.ToLower does not.
	folded := []byte(text)
	for i, c := range folded {
		if 'A' <= c && c <= 'Z' {
			folded[i] = c + 'a' - 'A'
		}
	}
	lower := string(folded)
	for _, prefix := range []string{Scheme + ":call/", Scheme + "://call/"} {
		if i := strings.Index(lower, prefix); i >= 0 {
			return i + len(prefix), true
		}
	}
	return 0, false
}

// parseBroken reads a link that may continue on the following lines. A line
// break that a mail program put in cannot be told from the end of the link by
// itself, so the longest run of lines that makes a valid link is taken.
func parseBroken(text string) (Invite, error) {
	var best Invite
	bestErr := ErrMalformed
	joined := ""
	for n, piece := range pieces(text) {
		joined += piece
		if n > 0 && !strings.Contains(joined, "?") {
			// Without parameters nothing tells the last word from the next line.
			continue
		}
		invite, err := parseLink(joined)
		if err == nil {
			best, bestErr = invite, nil
		} else if n == 0 {
			bestErr = err
		}
	}
	return best, bestErr
}

// pieces returns the first word of the text and the lines that may continue
// it: those that are one word each.
func pieces(text string) []string {
	var result []string
	length := 0
	for line := range strings.Lines(text) {
		fields := strings.Fields(strings.TrimLeft(line, "> \t"))
		if len(fields) == 0 || len(result) == maxPieces {
			break
		}
		word := fields[0]
		if length += len(word); length > MaxLink+len(trailing) {
			break
		}
		result = append(result, word)
		if len(fields) > 1 {
			break
		}
	}
	return result
}

// trailing is punctuation of the surrounding text that sticks to a link.
const trailing = `.,;:!?)>}"'»”’*_`

// parseLink reads what stands behind "hjemmekontor:call/".
func parseLink(s string) (Invite, error) {
	s = strings.TrimRight(s, trailing)
	if len(s) > MaxLink {
		return Invite{}, fmt.Errorf("link of %d bytes: %w", len(s), ErrMalformed)
	}
	path, query, _ := strings.Cut(s, "?")
	path, err := url.PathUnescape(strings.TrimSuffix(path, "/"))
	if err != nil {
		return Invite{}, fmt.Errorf("escaped code: %w", ErrMalformed)
	}
	var invite Invite
	if invite.Code, err = parseCode(path); err != nil {
		return Invite{}, err
	}
	values, err := url.ParseQuery(query)
	if err != nil {
		return Invite{}, fmt.Errorf("parameters: %w", ErrMalformed)
	}
	if err := invite.setMailbox(values["mailbox"]); err != nil {
		return Invite{}, err
	}
	if err := invite.setAddresses(values["at"]); err != nil {
		return Invite{}, err
	}
	return invite, nil
}
