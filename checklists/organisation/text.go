package organisation

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"hjemmekontor/checklists/internal/plaintext"
)

// invisible drops what comes along from web pages and word processors and
// shows nothing: soft hyphens, blanks of no width and byte order marks.
var invisible = strings.NewReplacer("\u00ad", "", "\u200b", "", "\u2060", "", "\ufeff", "")

// compose drops what is invisible and composes accents.
func compose(s string) string { return norm.NFC.String(invisible.Replace(s)) }

// normaliseText also makes every run of blanks one space.
func normaliseText(s string) string { return strings.Join(strings.Fields(compose(s)), " ") }

// newlines brings every system's line break to one form.
var newlines = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// normaliseLines does for each line what normaliseText does, and drops empty
// lines at both ends; in between it leaves at most gaps of them together.
func normaliseLines(s string, gaps int) string {
	var lines []string
	empty := 0
	for line := range strings.SplitSeq(newlines.Replace(s), "\n") {
		line = normaliseText(line)
		if line == "" {
			empty++
			continue
		}
		if len(lines) > 0 {
			lines = append(lines, make([]string, min(empty, gaps))...)
		}
		lines = append(lines, line)
		empty = 0
	}
	return strings.Join(lines, "\n")
}

// each applies a change to the wording in every language.
func (t Text) each(change func(string) string) Text {
	return Text{NB: change(t.NB), EN: change(t.EN)}
}

// Texts come as one line, as prose with a blank line between paragraphs, or as
// steps, one to a line.
func (t Text) line() Text  { return t.each(normaliseText) }
func (t Text) prose() Text { return t.each(func(s string) string { return normaliseLines(s, 1) }) }
func (t Text) steps() Text { return t.each(func(s string) string { return normaliseLines(s, 0) }) }

// checkText accepts one line of visible text of at most limit characters, or
// none at all.
func checkText(s string, limit int) error {
	switch {
	case !plaintext.Honest(s, ""), !norm.NFC.IsNormalString(s), s != "" && !plaintext.Visible(s):
		return ErrBadCharacter
	case utf8.RuneCountInString(s) > limit:
		return ErrTooLong
	}
	return nil
}

// checkLines accepts what checkText does, and line breaks.
func checkLines(s string, limit int) error {
	return checkText(strings.ReplaceAll(s, "\n", " "), limit)
}

// checkScripts accepts what does not only look like another text: by its name
// the user recognises a company.
func checkScripts(s string) error {
	if plaintext.Mixed(s) {
		return ErrBadCharacter
	}
	return nil
}

// blank reports whether there is nothing to see in either language.
func (t Text) blank() bool { return !plaintext.Visible(t.NB) && !plaintext.Visible(t.EN) }
