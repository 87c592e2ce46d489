package organisation

import (
	"net/url"
	"strings"
)

// TelURL returns the link that dials the contact (RFC 3966), or "" if the
// number is missing or not valid. A Norwegian eight-digit number gets +47 in
// front so that it works from abroad too; short numbers such as 02800 have no
// international form and are left as they are.
func (c Contact) TelURL() string { return telURL(c.Phone) }

func telURL(phone string) string {
	if checkPhone(phone) != nil {
		return ""
	}
	number := strings.ReplaceAll(phone, " ", "")
	if international, ok := strings.CutPrefix(number, "00"); ok && len(international) > 3 {
		number = "+" + international
	}
	if len(number) == 8 && number[0] != '+' {
		number = "+47" + number
	}
	return "tel:" + number
}

// MailURL returns the link that opens a new message to the contact (RFC 6068),
// or "" if the address is missing or not valid. Every sign that could begin a
// header, a second recipient or anything else but the address is
// percent-encoded.
func (c Contact) MailURL() string {
	if checkEmail(c.Email) != nil {
		return ""
	}
	local, domain, _ := strings.Cut(c.Email, "@")
	return "mailto:" + url.QueryEscape(local) + "@" + url.QueryEscape(domain)
}
