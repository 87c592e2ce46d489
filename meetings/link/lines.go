package link

import (
	"errors"
	"strings"
)

// Limits on links that mail programs have broken over several lines.
const (
	// maxLines is the largest number of lines that a link is put together from.
	maxLines = 40
	// shortestBroken and longestBroken bound the width, in bytes, of a line at
	// which programs break.
	shortestBroken, longestBroken = 68, 82
)

// continuation is a line that may go on with a link.
type continuation struct {
	text string
	end  int  // where it ends in the whole text
	last bool // other text follows on the same line
}

// bracketed returns the whole of an address that stands in angle brackets, in
// which line breaks count for nothing (RFC 3986, appendix C), and where it ends.
// It is false if there is no bracket before or behind it.
func bracketed(text string, start, end int) (string, int, bool) {
	if start == 0 || text[start-1] != '<' {
		return "", 0, false
	}
	joined := text[start:end]
	depth := quoteDepth(text, start)
	for range maxLines {
		if end < len(text) && text[end] == '>' {
			return joined, end, true
		}
		next, ok := nextLine(text, end, depth)
		if !ok || len(joined) > MaxAddress {
			return "", 0, false
		}
		joined, end = joined+next.text, next.end
	}
	return "", 0, false
}

// nextLine returns what stands at the beginning of the line behind end, quoting
// signs left out. It is false where the line does not end at end.
func nextLine(text string, end, depth int) (continuation, bool) {
	i := end
	for i < len(text) && (text[i] == ' ' || text[i] == '\t' || text[i] == '\r') {
		i++
	}
	if i == len(text) || text[i] != '\n' {
		return continuation{}, false
	}
	for i++; i < len(text); i++ {
		if text[i] == '>' && depth > 0 {
			depth--
		} else if text[i] != ' ' && text[i] != '\t' {
			break
		}
	}
	next := addressEnd(text, i)
	behind := strings.TrimLeft(text[next:min(len(text), next+8)], " \t\r")
	return continuation{text: text[i:next], end: next, last: behind != "" && behind[0] != '\n'}, true
}

// quoteDepth counts the quoting signs at the beginning of the line.
func quoteDepth(text string, at int) int {
	line := text[lineStart(text, at):at]
	return strings.Count(line[:len(line)-len(strings.TrimLeft(line, "> \t"))], ">")
}

// lineStart returns where the line begins, looking back no further than over a
// line of ordinary width.
func lineStart(text string, at int) int {
	back := max(0, at-2*longestBroken)
	return back + strings.LastIndexByte(text[back:at], '\n') + 1
}

// brokenAt tells whether a line is of a width at which mail programs break it.
func brokenAt(text string, end int) bool {
	width := end - lineStart(text, end)
	return shortestBroken <= width && width <= longestBroken
}

// goesOn tells whether a line can be nothing but the rest of a link that would
// be a link without it, too.
func (c continuation) goesOn(broken bool) bool {
	if c.last || c.text == "" || strings.Contains(c.text, ":") {
		return false
	}
	if strings.ContainsAny(c.text, "%&=") {
		return true
	}
	return broken && strings.ContainsAny(c.text, "0123456789") && !strings.ContainsFunc(c.text, notInToken)
}

// completes tells whether a line looks like the rest of a link that is known to
// be cut, and not like a word: "Hilsen" is the name of no room.
func (c continuation) completes(err error) bool {
	return errors.Is(err, ErrIncomplete) && strings.ContainsAny(c.text, "0123456789%&=")
}

// notInToken tells whether a rune is none that stands in passcodes and tokens.
func notInToken(r rune) bool {
	return (r < 'a' || 'z' < r) && (r < 'A' || 'Z' < r) && (r < '0' || '9' < r) && r != '.' && r != '_'
}
