package mailbox

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The errors a caller must tell apart. All are matched with errors.Is.
var (
	// ErrMalformedCode: the text is not NUMBER-word-word.
	ErrMalformedCode = errors.New("malformed code")
	// ErrWrongCode: the other side used other words, or somebody in between
	// guessed. The nameplate is used up; a new code is needed.
	ErrWrongCode = errors.New("wrong code")
	// ErrCrowded: two others already share this nameplate.
	ErrCrowded = errors.New("code already in use by two others")
	// ErrUnreachable: the server cannot be reached, or stayed away too long.
	ErrUnreachable = errors.New("mailbox server unreachable")
	// ErrBusy: the server is at one of its limits; later may work.
	ErrBusy = errors.New("mailbox server busy")
	// ErrServer: the server refused. The error text holds the server's own
	// words, shortened and stripped of control characters.
	ErrServer = errors.New("mailbox server refused")
	// ErrProtocol: the server or the other side does not keep to the protocol.
	ErrProtocol = errors.New("mailbox protocol violated")
	// ErrTooLarge: a message is longer than [MaxMessage].
	ErrTooLarge = errors.New("message too large")
	// ErrConfig: the [Config] cannot be used, such as a URL that is not ws or wss.
	ErrConfig = errors.New("unusable mailbox configuration")
	// ErrClosed: the exchange was closed on this side.
	ErrClosed = errors.New("exchange closed")
)

// What a server says in an "error" response, where a client acts on it.
// "crowded" is the reference server's word; "busy" is our own.
const (
	textCrowded = "crowded"
	textBusy    = "busy"
)

// maxServerText bounds, in runes, what is passed on of a server's error text.
const maxServerText = 200

// serverError turns the text of an "error" response into one of our errors.
func serverError(text string) error {
	switch text {
	case textCrowded:
		return ErrCrowded
	case textBusy:
		return ErrBusy
	}
	return fmt.Errorf("%w: %q", ErrServer, printable(text))
}

// printable shortens text from a stranger and drops what does not print.
func printable(text string) string {
	text = strings.Map(func(r rune) rune {
		if r == utf8.RuneError || !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, text)
	if runes := []rune(text); len(runes) > maxServerText {
		text = string(runes[:maxServerText])
	}
	return text
}
