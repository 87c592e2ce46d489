package mailbox

import "time"

// Limits bound what a [Server] keeps and does, per remote address and in all.
// An IPv6 address counts by its /64, which one household or attacker has whole.
// Zero fields take the default named beside them.
type Limits struct {
	Connections           int // open at once: 2000
	ConnectionsPerAddress int // 100
	Nameplates            int // held at once: 1000
	NameplatesPerAddress  int // 50
	Mailboxes             int // held at once: 2000
	MailboxesPerAddress   int // 100

	MessageSize        int // bytes of one message as stored, hex: 160 KiB
	MessagesPerMailbox int // 1000
	BytesPerMailbox    int // stored in one mailbox: 2 MiB
	BytesPerAddress    int // stored in all mailboxes by one address: 8 MiB
	Bytes              int // stored in all: 64 MiB

	// RequestRate is how many requests a second one address may make after a
	// burst of RequestBurst; what comes faster is read later. 50 and 200.
	RequestRate  float64
	RequestBurst int
	// FailedClaims is how many claims of one address may find no one there, or
	// two already, or somebody who does not leave happy, before claims are
	// refused; one is forgiven every FailedClaimPause. 20 and 10 s.
	FailedClaims     int
	FailedClaimPause time.Duration

	// BindTimeout is how long a connection may stay without saying who it is: 10 s.
	BindTimeout time.Duration
	// PingInterval is how often a connection is probed: 60 s.
	PingInterval time.Duration
	// Idle is how long a mailbox outlives its last listener or use, so that a
	// client may come back, and how long a connection may be silent without
	// listening to a mailbox: 11 min, as the reference server.
	Idle time.Duration
	// Lifetime ends a mailbox, and its nameplate, however busy: 24 h.
	Lifetime time.Duration
}

func (l Limits) withDefaults() Limits {
	defaultTo(&l.Connections, 2000)
	defaultTo(&l.ConnectionsPerAddress, 100)
	defaultTo(&l.Nameplates, 1000)
	defaultTo(&l.NameplatesPerAddress, 50)
	defaultTo(&l.Mailboxes, 2000)
	defaultTo(&l.MailboxesPerAddress, 100)
	defaultTo(&l.MessageSize, 160<<10)
	defaultTo(&l.MessagesPerMailbox, 1000)
	defaultTo(&l.BytesPerMailbox, 2<<20)
	defaultTo(&l.BytesPerAddress, 8<<20)
	defaultTo(&l.Bytes, 64<<20)
	defaultTo(&l.RequestRate, 50)
	defaultTo(&l.RequestBurst, 200)
	defaultTo(&l.FailedClaims, 20)
	defaultTo(&l.FailedClaimPause, 10*time.Second)
	defaultTo(&l.BindTimeout, 10*time.Second)
	defaultTo(&l.PingInterval, time.Minute)
	defaultTo(&l.Idle, 11*time.Minute)
	defaultTo(&l.Lifetime, 24*time.Hour)
	return l
}
