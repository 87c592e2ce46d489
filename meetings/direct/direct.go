// Package direct is a call between two people with nobody in between: they
// meet in a mailbox by a code that one tells the other, and from then on
// picture and sound travel from machine to machine, encrypted (DTLS-SRTP).
//
//	c, invite, err := direct.Start(ctx, direct.Options{Name: "Kari", Local: local})
//	fmt.Println(invite.Code, invite)       // 7-fjord-brunost, hjemmekontor:call/…
//
//	invite, err := link.Parse(text)        // on the other machine
//	c, err := direct.Join(ctx, invite, direct.Options{Name: "Ola", Local: local})
//
// Who proves the code is a stranger until Options.Admit lets them in; before
// that neither a connection is made nor anything captured sent. The offer,
// the answer and the candidates (ICE) travel through the mailbox encrypted with
// a key that only the two have (SPAKE2 on the code), so the DTLS fingerprints in
// them are authentic, and a mailbox that lies gets one guess at the code.
//
// Nothing but the mailbox and the other side is contacted: without a mailbox
// URL the inviting machine serves one itself, and only while it is inviting.
// Whatever comes from the other side is bounded in size and count and checked.
package direct

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/pion/transport/v5"

	"hjemmekontor/meetings/call"
	"hjemmekontor/meetings/link"
	"hjemmekontor/meetings/mailbox"
)

// ErrNoMailbox is returned by Join for an invitation that is a code alone,
// where no mailbox is set either.
var ErrNoMailbox = errors.New("the invitation names no mailbox")

// ErrNoNetwork is returned by Start when no mailbox can be served, since
// nothing can be listened on.
var ErrNoNetwork = errors.New("no network address to be reached at")

// Options are how this side takes part.
type Options struct {
	// Name is what the other side sees; see call.CleanName.
	Name string
	// Mailbox is the ws or wss URL of the mailbox to meet in, with the path
	// /v1 last; see link.CheckMailbox. "" means: for
	// Start, one served on this machine while inviting; for Join, the one that
	// the invitation names. An invitation that names one goes before this.
	Mailbox string
	// Local is this side's camera and microphone; nil for neither. It stays
	// the caller's, to close after the call.
	Local *call.Local
	// Speaker is the loudspeaker as in call.Devices.
	Speaker string
	// Admit is asked, once, whether somebody who has proved the code may come
	// in. It may take as long as a person does, but returns when ctx ends, as
	// it does when the call does.
	// Nil admits everyone who proves the code. Join does not ask.
	Admit func(ctx context.Context, p call.Participant) bool
	// Language is that of the code's words, mailbox.Bokmal or mailbox.English;
	// "" is bokmål.
	Language string

	// network replaces the machine's network for media in tests.
	network transport.Net
	// patience replaces the timings in tests.
	patience *patience
}

// patience is how long is waited for what.
type patience struct {
	invitation time.Duration // for somebody to use the code
	introduce  time.Duration // for the other side's first message
	admission  time.Duration // for a person to let somebody in
	connect    time.Duration // for a route to be found
	silence    time.Duration // without a sign of life until contact counts as lost
	reconnect  time.Duration // from then until the call ends
}

var usualPatience = patience{
	invitation: 30 * time.Minute,
	introduce:  30 * time.Second,
	admission:  5 * time.Minute,
	connect:    30 * time.Second,
	silence:    3 * time.Second,
	reconnect:  30 * time.Second,
}

func (o Options) timings() patience {
	if o.patience != nil {
		return *o.patience
	}
	return usualPatience
}

// Start invites somebody to a call. It returns once the code can be given
// away; the call is then Inviting. It fails if there is no mailbox to be had:
// mailbox.ErrUnreachable, mailbox.ErrBusy, ErrNoNetwork. The call ends with ctx.
func Start(ctx context.Context, o Options) (*call.Call, link.Invite, error) {
	s := newSession(o)
	invite, err := s.open(ctx)
	if err != nil {
		return nil, link.Invite{}, err
	}
	if err := s.begin(ctx, call.Inviting, s.runInviter); err != nil {
		s.abandon()
		return nil, link.Invite{}, err
	}
	return s.engine.Call(), invite, nil
}

// open makes an exchange in a mailbox, which it serves if it must, and returns
// the invitation to it.
func (s *session) open(ctx context.Context) (link.Invite, error) {
	invite := link.Invite{Mailbox: s.options.Mailbox}
	url := s.options.Mailbox
	if url == "" {
		var err error
		if s.served, err = serveMailbox(ctx); err != nil {
			return link.Invite{}, err
		}
		url, invite.Addresses = s.served.url(), s.served.addresses()
	} else if err := link.CheckMailbox(url); err != nil {
		return link.Invite{}, fmt.Errorf("inviting: %w: %w", mailbox.ErrConfig, err)
	}
	exchange, err := mailbox.Create(ctx, mailbox.Config{URL: url, Language: s.options.Language})
	if err != nil {
		s.abandon()
		return link.Invite{}, fmt.Errorf("inviting: %w", err)
	}
	s.exchange = exchange
	invite.Code = exchange.Code().String()
	return invite, nil
}

// Join takes up an invitation. It returns at once with a call that is
// Connecting; whether that comes to anything is the call's to say. It fails
// only for an invitation that cannot be used. The call ends with ctx.
func Join(ctx context.Context, invite link.Invite, o Options) (*call.Call, error) {
	code, err := mailbox.ParseCode(invite.Code)
	if err != nil {
		return nil, fmt.Errorf("joining: %w", err)
	}
	urls := invite.MailboxURLs()
	if len(urls) == 0 && o.Mailbox != "" {
		urls = []string{o.Mailbox}
	}
	if len(urls) == 0 {
		return nil, fmt.Errorf("joining: %w", ErrNoMailbox)
	}
	s := newSession(o)
	if err := s.begin(ctx, call.Connecting, func(ctx context.Context) { s.runJoiner(ctx, urls, code) }); err != nil {
		return nil, err
	}
	return s.engine.Call(), nil
}
