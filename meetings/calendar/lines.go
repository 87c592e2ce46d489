package calendar

import "strings"

// lines walks through the content lines of a text (RFC 5545, 3.1).
type lines struct {
	text string
	at   int // where the next line begins
}

// next returns the next line that is not empty, without the break at its end
// but folded as it stands.
func (l *lines) next() (string, bool) {
	for l.at < len(l.text) {
		start := l.at
		end := start
		for {
			n := strings.IndexByte(l.text[end:], '\n')
			if n < 0 {
				end, l.at = len(l.text), len(l.text)
				break
			}
			end += n
			l.at = end + 1
			if l.at == len(l.text) || !blank(l.text[l.at]) || start == end {
				break
			}
			end++
		}
		for end > start && l.text[end-1] == '\r' {
			end--
		}
		if end > start {
			return l.text[start:end], true
		}
	}
	return "", false
}

func blank(c byte) bool { return c == ' ' || c == '\t' }

// unfold joins a line that was broken, and cuts it at max bytes.
func unfold(line string, limit int) string {
	if strings.IndexByte(line, '\n') < 0 {
		return line[:min(len(line), limit)]
	}
	var b strings.Builder
	b.Grow(min(len(line), limit))
	for b.Len() < limit {
		piece, rest, more := strings.Cut(line, "\n")
		if more {
			piece = strings.TrimRight(piece, "\r")
		}
		b.WriteString(piece[:min(len(piece), limit-b.Len())])
		if !more || rest == "" {
			break
		}
		line = rest[1:] // the blank that marks a line as continued
	}
	return b.String()
}
