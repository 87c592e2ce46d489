package organisation

import (
	"bytes"
	"fmt"
	"io"
	"regexp"

	"aead.dev/minisign"
)

// firstLine begins every organisation file. A number follows: that of the
// envelope, which is what stands in front of the JSON.
const firstLine = "hjemmekontor organisation "

// envelopeVersion is the version that this code reads and writes.
const envelopeVersion = "1"

// headerLines stand in front of the JSON: the first line, the key and the
// signature; maxLine is longer than any line that minisign writes, in bytes.
const (
	keyLines       = 2
	signatureLines = 4
	headerLines    = 1 + keyLines + signatureLines
	maxLine        = 16 << 10
)

// envelope is an organisation file taken apart, and not yet verified.
type envelope struct {
	key       PublicKey
	signature []byte // as minisign keeps it in a file of its own
	content   []byte // the JSON that is signed
}

var versionLine = regexp.MustCompile(`^` + firstLine + `([1-9][0-9]{0,8})$`)

// open takes a file apart. The error is ErrNotOrganisation, ErrCutShort or
// ErrNewer, or, from the second line on, ErrBadSignature.
func open(data []byte) (envelope, error) {
	lines, content, err := header(data)
	if err != nil {
		return envelope{}, err
	}
	keyText := bytes.TrimSuffix(lines[keyLines], []byte("\n"))
	if !bytes.HasPrefix(lines[1], []byte(untrustedComment)) {
		return envelope{}, fmt.Errorf("%w: no public key", ErrBadSignature)
	}
	key, err := ParsePublicKey(string(keyText))
	if err != nil {
		return envelope{}, fmt.Errorf("%w: %w", ErrBadSignature, err)
	}
	return envelope{key: key, signature: bytes.Join(lines[1+keyLines:], nil), content: content}, nil
}

// header returns the lines in front of the JSON, each ended by a line feed
// alone, and the JSON.
func header(data []byte) (lines [][]byte, content []byte, err error) {
	for len(lines) < headerLines {
		line, rest, complete := bytes.Cut(data, []byte("\n"))
		line = bytes.TrimSuffix(line, []byte("\r"))
		if len(lines) == 0 {
			if err := checkFirst(line, complete); err != nil {
				return nil, nil, err
			}
		}
		switch {
		case len(line) > maxLine:
			return nil, nil, fmt.Errorf("%w: a line of %d bytes", ErrBadSignature, len(line))
		case !complete:
			return nil, nil, ErrCutShort
		}
		lines = append(lines, append(bytes.Clone(line), '\n'))
		data = rest
	}
	return lines, data, nil
}

// checkFirst looks at the first line, which may be an incomplete one.
func checkFirst(line []byte, complete bool) error {
	if !complete && (len(line) <= len(firstLine) && bytes.HasPrefix([]byte(firstLine), line) || versionLine.Match(line)) {
		return ErrCutShort
	}
	match := versionLine.FindSubmatch(line)
	switch {
	case match == nil:
		return ErrNotOrganisation
	case string(match[1]) != envelopeVersion:
		return ErrNewer
	}
	return nil
}

// verify checks the signature of the content, and returns the comment that is
// signed along with it. Whether the content was hashed first is for the
// signature to say: minisign does so today and did not before.
func (e envelope) verify() (trustedComment string, err error) {
	var signature minisign.Signature
	if err := signature.UnmarshalText(e.signature); err != nil {
		return "", ErrBadSignature
	}
	key, err := e.key.minisign()
	if err != nil {
		return "", ErrBadSignature
	}
	if !minisign.Verify(key, e.content, e.signature) {
		return "", ErrBadSignature
	}
	return signature.TrustedComment, nil
}

// seal signs the content and puts a file together. The content is hashed
// first, as minisign does unless told otherwise.
func seal(content []byte, key Key, trustedComment string) ([]byte, error) {
	reader := minisign.NewReader(bytes.NewReader(content))
	if _, err := io.Copy(io.Discard, reader); err != nil {
		return nil, err
	}
	signature := reader.SignWithComments(key.private(), trustedComment, "signature of an organisation file of Hjemmekontor")
	file := fmt.Appendf(nil, "%s%s\n%spublic key of an organisation file of Hjemmekontor\n%s\n",
		firstLine, envelopeVersion, untrustedComment, key.Public())
	return append(append(file, signature...), content...), nil
}
