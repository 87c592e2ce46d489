package link

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// plain makes of a text, whatever it is in, one in which links can be found.
func plain(text string, isHTML bool) string {
	if strings.IndexByte(text, '=') >= 0 && isQuotedPrintable(text) {
		text = decodeQuotedPrintable(text)
	}
	if isHTML || looksLikeHTML(text) {
		text = htmlText(text)
	}
	return text
}

// looksLikeHTML tells whether a text has an end tag in it, a line break or a
// reference.
func looksLikeHTML(text string) bool {
	for i := 0; ; i++ {
		next := strings.IndexByte(text[i:], '<')
		if next < 0 {
			return false
		}
		i += next
		tag := strings.ToLower(text[i+1 : min(len(text), i+4)])
		if strings.HasPrefix(tag, "br") || strings.HasPrefix(tag, "a ") || strings.HasPrefix(tag, "a\n") ||
			(len(tag) > 1 && tag[0] == '/' && isLetter(tag[1])) {
			return true
		}
	}
}

// htmlText writes HTML as mail programs do for those who want none: each link
// in angle brackets before its text, and a new line where a block begins.
func htmlText(text string) string {
	text, whole := withoutLayout(text)
	if whole {
		return html.UnescapeString(text)
	}
	var b strings.Builder
	b.Grow(len(text))
	z := html.NewTokenizer(strings.NewReader(text))
	hidden := false
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			if !hidden {
				b.Write(z.Text())
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			tag := tagOf(z.Raw()[len("<"):])
			hidden = tag == atom.Style || tag == atom.Script
			begin(&b, tag)
			if tag == atom.A || tag == atom.Area {
				writeReference(&b, z)
			}
		case html.EndTagToken:
			hidden = false
			begin(&b, tagOf(z.Raw()[len("</"):]))
		}
	}
}

// longestTag is the longest tag, in bytes, that the tokenizer is spared. To look
// further for the end of each of many would cost their square.
const longestTag = 1024

// withoutLayout writes the tags that only say what a text looks like as what they
// stand for, and links as they are written for those who want no HTML, and leaves
// out what is not shown. They are most of what is in an e-mail, and the tokenizer
// would read them byte by byte. It is whole if nothing is left for the tokenizer
// but references such as &amp;.
func withoutLayout(text string) (_ string, whole bool) {
	var b strings.Builder
	b.Grow(len(text))
	whole = true
	for {
		before, rest, ok := strings.Cut(text, "<")
		b.WriteString(before)
		if !ok {
			return b.String(), whole
		}
		if hidden, ok := hiddenAt(rest); ok {
			if hidden < 0 { // it has no end, which the tokenizer knows what to make of
				b.WriteByte('<')
				b.WriteString(rest)
				return b.String(), false
			}
			text = rest[hidden:]
			continue
		}
		end := strings.IndexByte(rest[:min(len(rest), longestTag)], '>')
		if end < 0 || strings.IndexByte(rest[:end], '<') >= 0 || !writePlainTag(&b, rest[:end]) {
			b.WriteByte('<')
			text, whole = rest, false
			continue
		}
		text = rest[end+1:]
	}
}

// hiddenAt returns how far a comment, a style sheet or a script goes that begins
// behind a bracket: up to and with what ends it, or -1 if nothing does.
func hiddenAt(rest string) (length int, ok bool) {
	if strings.HasPrefix(rest, "!--") {
		const begin, end = len("!--"), "-->"
		if at := strings.Index(rest[begin:], end); at > 0 && rest[begin] != '-' && rest[begin] != '>' {
			return begin + at + len(end), true
		}
		return -1, true
	}
	tag := tagOf(rest)
	if tag != atom.Style && tag != atom.Script {
		return 0, false
	}
	for at := 0; ; at++ {
		next := strings.Index(rest[at:], "</")
		if next < 0 {
			return -1, true
		}
		at += next
		if tagOf(rest[at+len("</"):]) != tag {
			continue
		}
		if end := strings.IndexByte(rest[at:], '>'); end >= 0 {
			return at + end + 1, true
		}
		return -1, true
	}
}

// writePlainTag writes what a tag stands for, given without its brackets. It is
// false for tags that are not so common, and for one of which it is not plain
// where it ends.
func writePlainTag(b *strings.Builder, raw string) bool {
	if strings.IndexByte(raw, '\'') >= 0 || strings.Count(raw, `"`)%2 != 0 {
		return false
	}
	if len(raw) > 0 && raw[0] == '!' {
		return strings.EqualFold(raw, "!doctype html")
	}
	switch tag := tagOf(strings.TrimPrefix(raw, "/")); tag {
	case atom.Br, atom.P, atom.Div, atom.Span, atom.Font, atom.Table, atom.Tbody, atom.Tr, atom.Td, atom.Th,
		atom.Ul, atom.Ol, atom.Li, atom.B, atom.Strong, atom.I, atom.Em, atom.U, atom.Center, atom.Img,
		atom.Html, atom.Head, atom.Body, atom.Meta, atom.H1, atom.H2, atom.H3, atom.H4, atom.Hr, atom.Blockquote:
		begin(b, tag)
		return true
	case atom.A:
		return raw[0] == '/' || writePlainReference(b, raw)
	}
	return false
}

// writePlainReference writes where a link leads of which that stands first. With
// an ampersand that is not written as it should be, it is for the tokenizer.
func writePlainReference(b *strings.Builder, raw string) bool {
	address, found := strings.CutPrefix(raw, `a href="`)
	address, _, _ = strings.Cut(address, `"`)
	if !found || strings.Count(address, "&") != strings.Count(address, "&amp;") {
		return false
	}
	if address = strings.TrimSpace(address); address != "" {
		b.WriteString(" &lt;")
		b.WriteString(address)
		b.WriteString("&gt; ")
	}
	return true
}

// tagOf returns the tag whose name the text begins with. The tokenizer would
// make two copies of the name first, of each tag in the text.
func tagOf[Text string | []byte](raw Text) atom.Atom {
	var name [len("blockquote")]byte
	n := 0
	for n < len(name) && n < len(raw) && (isLetter(raw[n]) || '1' <= raw[n] && raw[n] <= '6') {
		name[n] = raw[n] | 0x20 // lower case; digits have the bit already
		n++
	}
	return atom.Lookup(name[:n])
}

// begin writes what a tag stands for between words.
func begin(b *strings.Builder, tag atom.Atom) {
	switch tag {
	case atom.Br, atom.P, atom.Div, atom.Tr, atom.Table, atom.Li, atom.Ul, atom.Ol, atom.Hr, atom.Pre,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Blockquote, atom.Title, atom.Dt, atom.Dd:
		b.WriteByte('\n')
	case atom.Td, atom.Th:
		b.WriteByte(' ')
	}
}

// writeReference writes where the link leads that the tokenizer is at.
func writeReference(b *strings.Builder, z *html.Tokenizer) {
	for more := true; more; {
		var key, value []byte
		key, value, more = z.TagAttr()
		if string(key) != "href" {
			continue
		}
		if value = bytes.TrimSpace(value); len(value) > 0 && !bytes.ContainsAny(value, "<>") {
			b.WriteString(" <")
			b.Write(value)
			b.WriteString("> ")
		}
		return
	}
}
