package organisation

import (
	"errors"
	"net/mail"
	"net/url"
	"strings"
	"testing"
)

func TestValidate(t *testing.T) {
	long := strings.Repeat("å", 101)
	tests := []struct {
		name    string
		contact Contact
		field   Field
		want    error // nil for valid
	}{
		{"everything filled in", Contact{
			Role: SecurityOfficer, Name: "Kari Nordmann", Phone: "+47 22 00 00 00", Email: "kari@firma.no",
			Hours: "Hverdager 8–16", When: "Alt som har med sikkerhet å gjøre",
		}, "", nil},
		{"phone alone", Contact{Role: ITSupport, Phone: "02800"}, "", nil},
		{"e-mail alone", Contact{Role: ITSupport, Email: "support+jobb@it.firma.no"}, "", nil},
		{"Norwegian letters", Contact{Role: ITSupport, Name: "Åse Bjørnstad-Sæther", Email: "post@blåbær.no"}, "", nil},
		{"100 characters", Contact{Role: ITSupport, Name: strings.Repeat("å", 100)}, "", nil},
		{"nothing", Contact{Role: ITSupport}, FieldName, ErrEmpty},
		{"no role", Contact{Name: "Kari"}, FieldRole, ErrUnknownRole},
		{"unknown role", Contact{Role: "boss", Name: "Kari"}, FieldRole, ErrUnknownRole},
		{"role of an organisation file", Contact{Role: Other, Task: "Vaktmester", Name: "Kari"}, FieldRole, ErrUnknownRole},
		{"task of its own", Contact{Role: ITSupport, Task: "Vaktmester", Name: "Kari"}, FieldTask, ErrNotAllowed},
		{"long name", Contact{Role: ITSupport, Name: long}, FieldName, ErrTooLong},
		{"line break in name", Contact{Role: ITSupport, Name: "Kari\nBcc: x"}, FieldName, ErrBadCharacter},
		{"text turned around", Contact{Role: ITSupport, Name: "Kari\u202egnp.exe"}, FieldName, ErrBadCharacter},
		{"not UTF-8", Contact{Role: ITSupport, Name: "Kari\xff"}, FieldName, ErrBadCharacter},
		{"long hours", Contact{Role: ITSupport, Name: "Kari", Hours: long}, FieldHours, ErrTooLong},
		{"long when", Contact{Role: ITSupport, Name: "Kari", When: strings.Repeat("å", 201)}, FieldWhen, ErrTooLong},
		{"line break in when", Contact{Role: ITSupport, Name: "Kari", When: "a\nb"}, FieldWhen, ErrBadCharacter},
		{"accent in two characters", Contact{Role: ITSupport, Name: "A\u030ase"}, FieldName, ErrBadCharacter},
		{"letter that shows nothing", Contact{Role: ITSupport, Name: "\u3164"}, FieldName, ErrBadCharacter},
		{"emoji of several", Contact{Role: ITSupport, Name: "👩\u200d💻\ufe0f Kari"}, "", nil},
		{"NUL in hours", Contact{Role: ITSupport, Name: "Kari", Hours: "8\x0016"}, FieldHours, ErrBadCharacter},
		{"two digits", Contact{Role: ITSupport, Phone: "11"}, FieldPhone, ErrTooFewDigits},
		{"sixteen digits", Contact{Role: ITSupport, Phone: "+1234567890123456"}, FieldPhone, ErrTooManyDigits},
		{"nothing to see in hours", Contact{Role: ITSupport, Name: "Kari", Hours: "\u200d\u0301"}, FieldHours, ErrBadCharacter},
		{"pile of accents", Contact{Role: ITSupport, Name: "Kari" + strings.Repeat("\u0301", 40)}, FieldName, ErrBadCharacter},
		{"domain in two scripts", Contact{Role: ITSupport, Email: "kari@f\u0456rma.no"}, FieldEmail, ErrBadCharacter},
		{"letters", Contact{Role: ITSupport, Phone: "ring meg"}, FieldPhone, ErrBadCharacter},
		{"plus in the middle", Contact{Role: ITSupport, Phone: "22+000000"}, FieldPhone, ErrBadCharacter},
		{"parameter", Contact{Role: ITSupport, Phone: "22000000;ext=1"}, FieldPhone, ErrBadCharacter},
		{"other script's digits", Contact{Role: ITSupport, Phone: "٢٢٠٠٠٠٠٠"}, FieldPhone, ErrBadCharacter},
		{"mostly blanks", Contact{Role: ITSupport, Phone: "2" + strings.Repeat(" ", 40) + "22"}, FieldPhone, ErrTooLong},
		{"no at sign", Contact{Role: ITSupport, Email: "kari.firma.no"}, FieldEmail, ErrMalformedEmail},
		{"no dot in domain", Contact{Role: ITSupport, Email: "kari@firma"}, FieldEmail, ErrMalformedEmail},
		{"domain in numbers", Contact{Role: ITSupport, Email: "kari@[127.0.0.1]"}, FieldEmail, ErrMalformedEmail},
		{"display name", Contact{Role: ITSupport, Email: "Kari <kari@firma.no>"}, FieldEmail, ErrMalformedEmail},
		{"two addresses", Contact{Role: ITSupport, Email: "kari@firma.no, evil@example.com"}, FieldEmail, ErrMalformedEmail},
		{"quoted", Contact{Role: ITSupport, Email: `"a b"@firma.no`}, FieldEmail, ErrMalformedEmail},
		{"comment", Contact{Role: ITSupport, Email: "kari(x)@firma.no"}, FieldEmail, ErrMalformedEmail},
		{"header fields", Contact{Role: ITSupport, Email: "kari@firma.no?bcc=evil@example.com"}, FieldEmail, ErrMalformedEmail},
		{"header fields in local part", Contact{Role: ITSupport, Email: "kari?bcc=evil@example.com"}, FieldEmail, ErrMalformedEmail},
		{"percent", Contact{Role: ITSupport, Email: "kari%0d%0abcc@firma.no"}, FieldEmail, ErrMalformedEmail},
		{"line break", Contact{Role: ITSupport, Email: "kari@firma.no\r\nBcc: evil@example.com"}, FieldEmail, ErrBadCharacter},
		{"long local part", Contact{Role: ITSupport, Email: strings.Repeat("a", 65) + "@firma.no"}, FieldEmail, ErrTooLong},
		{"long address", Contact{Role: ITSupport, Email: "a@" + strings.Repeat("firma.", 50) + "no"}, FieldEmail, ErrTooLong},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			err := test.contact.Validate()
			if test.want == nil {
				if err != nil {
					t.Fatalf("Validate = %v, want nil", err)
				}
				return
			}
			var fields FieldErrors
			if !errors.As(err, &fields) || !errors.Is(fields.For(test.field), test.want) || !errors.Is(err, test.want) {
				t.Fatalf("Validate = %v, want %s: %v", err, test.field, test.want)
			}
		})
	}
}

// Every field that is wrong is told about at once, so that a form can mark
// them all.
func TestValidateTellsEverything(t *testing.T) {
	err := Contact{Role: "boss", Name: "a\tb", Phone: "x", Email: "y", Hours: "\x7f"}.Validate()
	var fields FieldErrors
	if !errors.As(err, &fields) || len(fields) != 5 {
		t.Fatalf("Validate = %v, want five errors", err)
	}
	var first *FieldError
	if !errors.As(err, &first) || first.Field != FieldRole {
		t.Errorf("first error is %v, want the one about the role", first)
	}
	if got := fields.For("other"); got != nil {
		t.Errorf("For(other) = %v, want nil", got)
	}
}

func TestNormalise(t *testing.T) {
	tests := []struct {
		name     string
		in, want Contact
	}{
		{"blanks", Contact{Name: "  Kari\u00a0 Nordmann\n", Hours: " 8–16 "}, Contact{Name: "Kari Nordmann", Hours: "8–16"}},
		{"accent in two characters", Contact{Name: "A\u030ase"}, Contact{Name: "Åse"}},
		{"pasted phone", Contact{Phone: "(+47)\u00a022-00.00/00"}, Contact{Phone: "+47 22 00 00 00"}},
		{"pasted address", Contact{Email: " Kari Nordmann <kari@firma.no> "}, Contact{Email: "kari@firma.no"}},
		{"hopeless address", Contact{Email: "<kari"}, Contact{Email: "<kari"}},
		{"role kept", Contact{Role: ITSupport}, Contact{Role: ITSupport}},
		{"invisible characters", Contact{Name: "\ufeffKa\u00adri", Phone: "22\u200b000000"}, Contact{Name: "Kari", Phone: "22000000"}},
		{"task", Contact{Role: Other, Task: " Vakt ", When: " ved\ttyveri "}, Contact{Role: Other, Task: "Vakt", When: "ved tyveri"}},
		{"task left behind", Contact{Role: ITSupport, Task: "Vakt"}, Contact{Role: ITSupport}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := test.in.Normalise(); got != test.want {
				t.Errorf("Normalise = %+v, want %+v", got, test.want)
			}
		})
	}
}

func TestLinks(t *testing.T) {
	tests := []struct {
		contact   Contact
		tel, mail string
	}{
		{Contact{Phone: "22 00 00 00", Email: "kari@firma.no"}, "tel:+4722000000", "mailto:kari@firma.no"},
		{Contact{Phone: "+47 22 00 00 00", Email: "support+jobb@firma.no"}, "tel:+4722000000", "mailto:support%2Bjobb@firma.no"},
		{Contact{Phone: "0047 22000000", Email: "o'hara&co@firma.no"}, "tel:+4722000000", "mailto:o%27hara%26co@firma.no"},
		{Contact{Phone: "02800", Email: "post@blåbær.no"}, "tel:02800", "mailto:post@bl%C3%A5b%C3%A6r.no"},
		{Contact{Phone: "112"}, "tel:112", ""},
		{Contact{Phone: "+46 8 123 456"}, "tel:+468123456", ""},
		{Contact{}, "", ""},
		{Contact{Phone: "112;x=y", Email: "kari@firma.no?bcc=evil@example.com"}, "", ""},
		{Contact{Phone: "112\r\nevil", Email: "kari@firma.no\r\nBcc:evil@example.com"}, "", ""},
	}
	for _, test := range tests {
		if got := test.contact.TelURL(); got != test.tel {
			t.Errorf("TelURL of %q = %q, want %q", test.contact.Phone, got, test.tel)
		}
		if got := test.contact.MailURL(); got != test.mail {
			t.Errorf("MailURL of %q = %q, want %q", test.contact.Email, got, test.mail)
		}
	}
}

// Whatever is entered, a contact that is accepted gives links that hold its
// own number and address and nothing else.
func FuzzContact(f *testing.F) {
	f.Add("Kari", "+47 22 00 00 00", "kari@firma.no", "8–16")
	f.Add("", "(0047) 22-00-00-00", "Kari <kari@firma.no>", "")
	f.Add("\u202e", "112;a=b", "a?bcc=b@c.d", "\r\n")
	f.Add("x", "٣٣٣", "kari%0d%0a@firma.no", "x")
	f.Add("x", "123", "post@blåbær.no", "x")
	f.Fuzz(func(t *testing.T, name, phone, email, hours string) {
		c := Contact{Role: ITSupport, Name: name, Phone: phone, Email: email, Hours: hours}.Normalise()
		if again := c.Normalise(); c.Validate() == nil && again != c {
			t.Errorf("%+v normalises on to %+v", c, again)
		}
		if link := c.TelURL(); link != "" && strings.Trim(link, "tel:+0123456789") != "" {
			t.Errorf("%q gives %q", phone, link)
		}
		checkMailLink(t, c)
	})
}

func checkMailLink(t *testing.T, c Contact) {
	t.Helper()
	link := c.MailURL()
	if link == "" {
		return
	}
	u, err := url.Parse(link)
	if err != nil || u.Scheme != "mailto" || u.RawQuery != "" || u.Fragment != "" {
		t.Fatalf("%q gives %q", c.Email, link)
	}
	address, err := url.PathUnescape(u.Opaque)
	if err != nil || address != c.Email {
		t.Errorf("%q gives %q, which leads to %q", c.Email, link, address)
	}
	if list, err := mail.ParseAddressList(address); err != nil || len(list) != 1 {
		t.Errorf("%q is %d recipients, %v", address, len(list), err)
	}
}
