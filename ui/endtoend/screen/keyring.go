package screen

import (
	"testing"

	"github.com/godbus/dbus/v5"
)

// The Secret Service on the bus (Secret Service API 0.2).
const (
	secretsName    = "org.freedesktop.secrets"
	secretsPath    = "/org/freedesktop/secrets"
	secretsService = "org.freedesktop.Secret.Service"
)

// secret is one as the Secret Service hands it out.
type secret struct {
	Session     dbus.ObjectPath
	Parameters  []byte
	Value       []byte
	ContentType string
}

// Secrets returns all that a program has put into the keyring that
// [Screen.UnlockKeyring] started, under the name that it files its entries by.
func (s *Screen) Secrets(t testing.TB, service string) []string {
	t.Helper()
	bus, err := dbus.Connect(s.bus)
	if err != nil {
		t.Fatalf("connecting to the D-Bus session: %v", err)
	}
	defer func() { _ = bus.Close() }()
	ring := bus.Object(secretsName, secretsPath)
	call := func(method string, args ...any) *dbus.Call {
		return ring.CallWithContext(t.Context(), secretsService+"."+method, 0, args...)
	}
	var algorithm dbus.Variant
	var session dbus.ObjectPath
	if err := call("OpenSession", "plain", dbus.MakeVariant("")).Store(&algorithm, &session); err != nil {
		t.Fatalf("opening the keyring: %v", err)
	}
	var unlocked, locked []dbus.ObjectPath
	if err := call("SearchItems", map[string]string{"service": service}).Store(&unlocked, &locked); err != nil {
		t.Fatalf("searching the keyring: %v", err)
	}
	var found map[dbus.ObjectPath]secret
	if err := call("GetSecrets", unlocked, session).Store(&found); err != nil {
		t.Fatalf("reading the keyring: %v", err)
	}
	var secrets []string
	for _, entry := range found {
		secrets = append(secrets, string(entry.Value))
	}
	return secrets
}
