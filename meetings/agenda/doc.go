// Package agenda brings the user's calendars together: which meetings there are
// today and in the coming week, what is on now, and what comes next.
//
// An [Agenda] shows what was fetched last as soon as it runs, and so works
// without a network. It fetches politely: every quarter of an hour, one calendar
// after the other, never more often than every five minutes whatever asks, ever
// more seldom while a server fails, and no sooner than a server wants. Files are
// read when they have changed.
//
//	a := agenda.New(store, keyring, remote.NewClient(remote.Config{}), agenda.Options{})
//	go a.Run(ctx, func(v agenda.View) { … }, func(m agenda.Meeting) { … })
//	id, err := a.AddAddress(ctx, agenda.Address{URL: typed})
//
// Run owns everything; the other methods hand it what is to be done, block on
// the network and the keyring, and are called from goroutines that may wait. When
// one of them returns, the View with what it changed has been told. The keyring
// may have asked the user something: give their contexts a deadline.
//
// Secret addresses and passwords lie in the keyring, copies of calendars sealed
// in the store. What is added while the keyring keeps secrets for this run only
// ([credentials.Keyring.UseMemory]) is gone with the program. The package logs
// nothing, and no error of it holds a secret.
package agenda
