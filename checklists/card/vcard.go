package card

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/emersion/go-vcard"

	"hjemmekontor/checklists/internal/plaintext"
)

// WriteVCard writes entries for the address book of a phone or a mail program,
// as one file (.vcf) in UTF-8. It is vCard 3.0 (RFC 2426), which Outlook, iPhone
// and Android all take in; Outlook does not read 4.0. Of a file with several
// entries Outlook for Windows takes the first only. Entries with neither number
// nor address are left out.
func WriteVCard(w io.Writer, company string, entries []Entry) error {
	var file bytes.Buffer
	encoder := vcard.NewEncoder(&file)
	for _, e := range entries {
		if e.Phone == "" && e.Email == "" {
			continue
		}
		if err := encoder.Encode(e.vcard(company)); err != nil {
			return fmt.Errorf("writing the entry of an address book: %w", err)
		}
	}
	escaped := bytes.ReplaceAll(file.Bytes(), []byte(semicolon), []byte(`\;`))
	if _, err := w.Write(escaped); err != nil {
		return fmt.Errorf("writing an address book: %w", err)
	}
	return nil
}

// semicolon stands for one in a text until the file is written. The encoder
// leaves semicolons alone, since they part what a name is made of, so those in
// the texts themselves are escaped afterwards. It is a private character, which
// no text holds after [plain].
const semicolon = "\uE000"

// charset makes Outlook read a value as UTF-8; others know that it is.
const charset = "CHARSET"

func (e Entry) vcard(company string) vcard.Card {
	card := make(vcard.Card)
	card.SetValue(vcard.FieldVersion, "3.0")
	add := func(key, value string, types ...string) {
		if value == "" {
			return
		}
		field := &vcard.Field{Value: value, Params: make(vcard.Params)}
		for _, t := range types {
			field.Params.Add(vcard.ParamType, t)
		}
		if strings.ContainsFunc(value, func(r rune) bool { return r > unicode.MaxASCII && string(r) != semicolon }) {
			field.Params.Set(charset, "UTF-8")
		}
		card.Add(key, field)
	}
	company, label, name := plain(company), plain(e.Label), plain(e.Name)
	add(vcard.FieldFormattedName, cmp.Or(name, strings.Trim(label+", "+company, ", "), plain(e.Phone), plain(e.Email)))
	add(vcard.FieldName, structured(name, label))
	add(vcard.FieldOrganization, company)
	add(vcard.FieldTitle, label)
	add(vcard.FieldTelephone, e.dialled(), vcard.TypeWork, vcard.TypeVoice)
	add(vcard.FieldEmail, plain(e.Email), vcard.TypeWork, "internet")
	add(vcard.FieldNote, strings.Trim(plain(e.Hours)+"\n"+plain(e.When), "\n"))
	return card
}

// structured is the name as N has it: family name, given name, and three more
// that nobody enters here. The last word is taken for the family name; a desk
// such as "Vakttelefon" has only that.
func structured(name, label string) string {
	name = cmp.Or(name, label)
	given, family := "", name
	if at := strings.LastIndex(name, " "); at >= 0 {
		given, family = name[:at], name[at+1:]
	}
	return family + ";" + given + ";;;"
}

// dialled is the number as it works from abroad too, or as it was written if
// there is no link that dials it.
func (e Entry) dialled() string {
	if number, ok := strings.CutPrefix(e.TelURL, "tel:"); ok {
		return number
	}
	return plain(e.Phone)
}

// plain is a text on one line, without what nobody sees or what only one
// program knows.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		if plaintext.Deceptive(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
	return strings.ReplaceAll(strings.Join(strings.Fields(s), " "), ";", semicolon)
}
