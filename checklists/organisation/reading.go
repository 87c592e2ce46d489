package organisation

import (
	"errors"
	"fmt"
	"unicode/utf8"
)

// checkReading refuses in a JSON document, which package json has found to be
// one, what not all readers of JSON understand alike: bytes that are not
// UTF-8, names spelt in another case or with escapes, and one name twice in an
// object.
func checkReading(document []byte) error {
	if !utf8.Valid(document) {
		return errors.New("not UTF-8")
	}
	var open []*object // nil for an array
	for i := 0; i < len(document); i++ {
		switch document[i] {
		case '{':
			open = append(open, &object{names: make(map[string]bool)})
		case '[':
			open = append(open, nil)
		case '}', ']':
			open = open[:len(open)-1]
		case ',':
			open[len(open)-1].next()
		case '"':
			text := stringAt(document[i:])
			i += len(text) + 1
			if len(open) == 0 {
				continue
			}
			if err := open[len(open)-1].take(text); err != nil {
				return err
			}
		}
	}
	return nil
}

// stringAt returns what stands between the quotation mark that s begins with
// and the one that closes the string.
func stringAt(s []byte) []byte {
	end := 1
	for s[end] != '"' {
		if s[end] == '\\' {
			end++
		}
		end++
	}
	return s[1:end]
}

// object is a JSON object that is being read; nil stands for an array.
type object struct {
	names map[string]bool
	named bool // a name was read, and its value comes next
}

// next is called between two members.
func (o *object) next() {
	if o != nil {
		o.named = false
	}
}

// take is called with every string, which is a name or a value.
func (o *object) take(text []byte) error {
	if o == nil || o.named {
		return nil
	}
	o.named = true
	name := string(text)
	if !validID.MatchString(name) {
		return fmt.Errorf("name %q not allowed", name)
	}
	if o.names[name] {
		return fmt.Errorf("name %q used twice", name)
	}
	o.names[name] = true
	return nil
}
