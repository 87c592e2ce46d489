package link

import (
	"encoding/base64"
	"net/url"
	"strings"
	"unicode/utf8"
)

// proofpoint2 undoes version 2 of URL Defense: the parameter u is the address
// with "-" for "%" and "_" for "/".
func proofpoint2(a address) (string, error) {
	value, ok := a.parameter("u")
	if !ok {
		return "", errWrapping
	}
	return url.PathUnescape(strings.NewReplacer("-", "%", "_", "/").Replace(value))
}

// runLengths are the signs that tell how many bytes "**" stands for, from two on.
const runLengths = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// proofpoint3 undoes version 3: /v3/__ADDRESS__;REPLACED!!…, where each "*" in
// the address stands for the next of the replaced characters, which follow in
// base64.
func proofpoint3(a address) (string, error) {
	whole := a.path
	if a.query != "" {
		whole += "?" + a.query
	}
	if a.fragment != "" {
		whole += "#" + a.fragment
	}
	end := strings.LastIndex(whole, "__;")
	begin := len("/v3/__")
	if end < begin {
		return "", errWrapping
	}
	encoded, _, _ := strings.Cut(whole[end+len("__;"):], "!")
	replaced, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(encoded, "="))
	if err != nil {
		return "", errWrapping
	}
	return fillIn(mendScheme(whole[begin:end]), string(replaced))
}

// mendScheme puts back the slash that some mail programs take out of "//".
func mendScheme(s string) string {
	if rest, ok := strings.CutPrefix(s, "https:/"); ok && !strings.HasPrefix(rest, "/") {
		return "https://" + rest
	}
	return s
}

// fillIn puts the replaced characters back.
func fillIn(s, replaced string) (string, error) {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '*' {
			b.WriteByte(s[i])
			continue
		}
		count := 1
		if i+2 < len(s) && s[i+1] == '*' {
			count = strings.IndexByte(runLengths, s[i+2]) + 2
			i += 2
		}
		for range count {
			_, size := utf8.DecodeRuneInString(replaced)
			if size == 0 {
				return "", errWrapping
			}
			b.WriteString(replaced[:size])
			replaced = replaced[size:]
		}
	}
	return b.String(), nil
}
