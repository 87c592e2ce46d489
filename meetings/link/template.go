package link

import "strings"

// expand fills a template of services.json. In braces stand the parts of the
// address as they came: host, path, query and fragment with the sign before
// them; a named group of the pattern, which goes before; =name for the value of
// a parameter; and ?name or &name for a parameter with its name, left out where
// the address has none.
func (m match) expand(template string) string {
	var b strings.Builder
	for {
		text, rest, ok := strings.Cut(template, "{")
		b.WriteString(text)
		if !ok {
			return b.String()
		}
		name, after, _ := strings.Cut(rest, "}")
		b.WriteString(m.value(name))
		template = after
	}
}

func (m match) value(name string) string {
	if group, ok := m.groups[name]; ok {
		return group
	}
	a := m.address
	switch name {
	case "host":
		return a.host
	case "path":
		return a.path
	case "query":
		return after("?", a.query)
	case "fragment":
		return after("#", a.fragment)
	}
	value, ok := a.parameter(name[1:])
	switch {
	case !ok:
		return ""
	case name[0] == '=':
		return value
	}
	return name + "=" + value
}

// after puts a sign before a text, unless there is none.
func after(sign, text string) string {
	if text == "" {
		return ""
	}
	return sign + text
}
