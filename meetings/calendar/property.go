package calendar

import "strings"

// nameOf returns the name in front of a content line in capitals, and "" for
// what is no content line. The line may be folded, though not in the name: no
// program does so.
func nameOf(line string) string {
	small := false
	for i := range min(len(line), maxName) {
		switch c := line[i]; {
		case c == ':', c == ';':
			if small {
				return strings.ToUpper(line[:i])
			}
			return line[:i]
		case 'a' <= c && c <= 'z':
			small = true
		case 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-':
		case c == '_', c == '.', c == '/':
			// Not allowed, but written.
		default:
			return ""
		}
	}
	return ""
}

// property is a content line in its parts.
type property struct {
	params string // as they stand, each with a semicolon in front
	value  string // as it stands
}

// propertyOf takes apart an unfolded line of the name given.
func propertyOf(line, name string) property {
	rest := line[len(name):]
	quoted := false
	for i := range len(rest) {
		switch rest[i] {
		case '"':
			quoted = !quoted
		case ':':
			if !quoted {
				return property{params: rest[:i], value: rest[i+1:]}
			}
		}
	}
	// A quotation mark that nobody closed.
	params, value, _ := strings.Cut(rest, ":")
	return property{params: params, value: value}
}

// param returns the value of a parameter without quotation marks, "" if there
// is none. The name is given in capitals.
func (p property) param(name string) string {
	rest := p.params
	for rest != "" {
		one := rest[1:]
		rest = ""
		quoted := false
		for i := range len(one) {
			if one[i] == '"' {
				quoted = !quoted
			} else if one[i] == ';' && !quoted {
				one, rest = one[:i], one[i:]
				break
			}
		}
		key, value, _ := strings.Cut(one, "=")
		if strings.EqualFold(key, name) {
			return strings.Trim(strings.TrimSpace(value), `"`)
		}
	}
	return ""
}

// is tells whether the value is the word given, in whatever case.
func (p property) is(word string) bool {
	return strings.EqualFold(strings.TrimSpace(p.value), word)
}
