// Package credentials is the app's one door to the operating system's keyring:
// the Secret Service on Linux, the keychain on macOS, the Credential Manager on
// Windows.
//
//	ring := credentials.New(nil)
//	defer ring.Close()
//	name, err := credentials.NewName(credentials.OrganisationKey, organisationID)
//	err = ring.Set(ctx, name, secret)
//	secret, err := ring.Get(ctx, name)
//
// Each small secret is an entry of its own under a [Name], which is not secret.
// The package keeps no list of names: [Keyring.Names] asks the keyring itself.
// So no list falls out of step with what is there, whether another instance of
// the program, or the user in the system's own window for passwords, has added
// or deleted something; nor is there a list that two instances could overwrite
// for each other, or that could outgrow an entry.
//
// A keyring may show a dialog before it opens, and answers when the user does.
// Calls therefore run one by one on a goroutine of the [Keyring], and the caller
// is free to leave when its context ends.
//
// [Keyring.Test] tries whether all of that works.
//
// Where there is no keyring, [Keyring.UseMemory] keeps secrets for this run
// only; the user is to have agreed. No error text and no printed Keyring holds
// a secret, and the package logs nothing.
package credentials
