package remote

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
)

// tokens reads XML that nests no deeper and holds no more than it should, and
// has no document type: what that may define, no server needs.
type tokens struct {
	input           *tagReader
	decoder         *xml.Decoder
	depth, elements int
}

func newTokens(body []byte) *tokens {
	input := &tagReader{Reader: bytes.NewReader(body)}
	return &tokens{input: input, decoder: xml.NewDecoder(input)}
}

// Token implements [xml.TokenReader].
func (t *tokens) Token() (xml.Token, error) {
	t.input.begin()
	token, err := t.decoder.RawToken()
	if err != nil {
		if errors.Is(err, io.EOF) && t.depth > 0 {
			return nil, io.ErrUnexpectedEOF
		}
		return nil, err
	}
	switch token.(type) {
	case xml.Directive:
		return nil, ErrNotCalendar
	case xml.StartElement:
		t.depth++
		t.elements++
	case xml.EndElement:
		t.depth--
	}
	if t.depth > maxDepth || t.elements > maxElements {
		return nil, ErrTooLarge
	}
	return token, nil
}

// tagReader refuses a tag that does not end: the decoder would keep millions of
// attributes. Text may be as long as it likes.
type tagReader struct {
	*bytes.Reader
	last  byte
	inTag bool
	count int // of bytes in the present token
}

// begin is called before each token. Of a text, the decoder has read one byte
// too many: that with which the tag behind it begins.
func (r *tagReader) begin() { r.inTag, r.count = r.last == '<', 0 }

// ReadByte implements [io.ByteReader], by which the decoder reads.
func (r *tagReader) ReadByte() (byte, error) {
	b, err := r.Reader.ReadByte()
	if err != nil {
		return 0, err
	}
	r.last = b
	switch {
	case r.count == 0 && b == '<' && !r.inTag:
		r.inTag = true
		return b, nil
	case r.count == 0 && b == '!':
		r.inTag = false // a comment, or text in CDATA
	}
	if r.count++; r.inTag && r.count > maxTag {
		return 0, ErrTooLarge
	}
	return b, nil
}
