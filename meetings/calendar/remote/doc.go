// Package remote fetches calendars from where they are kept: from a secret
// https address as Outlook, Google, Nextcloud and iCloud give them out, and by
// CalDAV (RFC 4791) with user and app password.
//
//	client := remote.NewClient(remote.Config{})
//	address, err := remote.Normalise(typed)
//	answer, err := client.Fetch(ctx, address, remote.Validators{})
//	collections, err := client.Discover(ctx, "kalender.firma.no", user, password)
//	answer, err = client.FetchCollection(ctx, collections[0].URL, user, password, from, to, answer.Validators)
//	due := remote.Next(time.Now(), failures, answer.RetryAfter)
//
// An [Answer] holds the calendar as it came, to be parsed; it is not looked into
// further than to see that it is one.
//
// # Where it goes
//
// Only to https. A server may send us on to another https address, but from a
// public one never to a private one: the addresses that a name has are asked
// for once in a call, judged, and those very addresses are connected to, so that
// a name that changes its mind is of no use. A calendar on the user's own net
// is typed with its private address, or with a name that has no other, and may
// stay on private addresses. Names and passwords follow a redirect only within
// the site that was typed.
//
// Connections go straight to the server: HTTPS_PROXY and the system's proxy are
// not used, as behind a proxy nobody could tell which address is reached. Where
// a proxy is the only way out, calls end with ErrUnreachable. Trusted are the
// authorities that the system trusts, a company's own among them; on Linux
// SSL_CERT_FILE and SSL_CERT_DIR name others. No cookies are kept.
//
// # What it costs
//
// A call takes no more than [CallTime], and an answer no more than [MaxBody]
// bytes of memory for its text, however the server behaves.
//
// # Secrets
//
// An address gives whoever has it the calendar. No error and no printed value
// of this package holds more of it than the host that was typed; what a server
// or a library says is not quoted. The package logs nothing.
package remote
