package organisation

import (
	"net/mail"
	"strings"
)

// Normalise returns the contact as it should be kept: without stray blanks,
// with a phone number pasted from elsewhere brought to digits and spaces, and
// with an address pasted as "Ola <ola@firma.no>" brought to the bare address.
// What it cannot make sense of it leaves for [Contact.Validate] to point at.
func (c Contact) Normalise() Contact {
	normal := Contact{
		Role:  c.Role,
		Name:  normaliseText(c.Name),
		Phone: normalisePhone(c.Phone),
		Email: normaliseEmail(c.Email),
		Hours: normaliseText(c.Hours),
		When:  normaliseText(c.When),
	}
	if c.Role == Other {
		normal.Task = normaliseText(c.Task)
	}
	return normal
}

// phoneSeparators are what people and web pages put between digits.
var phoneSeparators = strings.NewReplacer("-", " ", "–", " ", ".", " ", "/", " ", "(", " ", ")", " ")

func normalisePhone(s string) string {
	s = normaliseText(phoneSeparators.Replace(s))
	if plus, ok := strings.CutPrefix(s, "+ "); ok {
		s = "+" + plus
	}
	return s
}

func normaliseEmail(s string) string {
	s = strings.TrimSpace(compose(s))
	if !strings.Contains(s, "<") {
		return s
	}
	if address, err := mail.ParseAddress(s); err == nil {
		return address.Address
	}
	return s
}

// Normalise returns the organisation as it should be signed: texts without
// stray blanks, addresses in the one spelling that every program reads alike.
// Lists keep their length and order, so that what [Organisation.Validate] says
// about an entry is said about the same entry before. o is left as it was.
func (o Organisation) Normalise() Organisation {
	o.Name = normaliseText(o.Name)
	o.Contacts = mapped(o.Contacts, Contact.Normalise)
	o.Routines = normaliseRoutines(o.Routines)
	o.Tools = mapped(o.Tools, Verdict.normalise)
	o.Programs = mapped(o.Programs, Verdict.normalise)
	o.Items = mapped(o.Items, Item.normalise)
	o.VPN = o.VPN.prose()
	o.Rooms = mapped(o.Rooms, Room.normalise)
	o.Mailbox = normaliseMailbox(o.Mailbox)
	o.STUN = mapped(o.STUN, func(s string) string { return normaliseICE(s, "stun") })
	o.TURN = mapped(o.TURN, func(s string) string { return normaliseICE(s, "turn") })
	o.Server = normaliseAddress(o.Server, "https")
	o.Update = normaliseAddress(o.Update, "https")
	return o
}

// mapped returns a list of the changed values; no list stays none.
func mapped[T any](list []T, change func(T) T) []T {
	if list == nil {
		return nil
	}
	changed := make([]T, len(list))
	for i, value := range list {
		changed[i] = change(value)
	}
	return changed
}

// normaliseRoutines leaves out those without a word.
func normaliseRoutines(routines map[string]Text) map[string]Text {
	var kept map[string]Text
	for id, text := range routines {
		if text = text.steps(); text.Empty() {
			continue
		}
		if kept == nil {
			kept = make(map[string]Text)
		}
		kept[id] = text
	}
	return kept
}

func (v Verdict) normalise() Verdict {
	v.Name = normaliseText(v.Name)
	v.Note = v.Note.line()
	return v
}

func (i Item) normalise() Item {
	i.Title = i.Title.line()
	i.Why = i.Why.prose()
	i.How = i.How.steps()
	return i
}

func (r Room) normalise() Room {
	return Room{Name: normaliseText(r.Name), Link: normaliseAddress(r.Link, "https")}
}
