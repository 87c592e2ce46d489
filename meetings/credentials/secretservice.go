//go:build !windows && !darwin

package credentials

import (
	"context"
	"os"
	"strings"

	"github.com/godbus/dbus/v5"
	ss "github.com/zalando/go-keyring/secret_service"
)

// Names of the Secret Service API
// (https://specifications.freedesktop.org/secret-service-spec/latest/).
const (
	secretsName      = "org.freedesktop.secrets"
	secretsPath      = dbus.ObjectPath("/org/freedesktop/secrets")
	serviceInterface = "org.freedesktop.Secret.Service"
	promptInterface  = "org.freedesktop.Secret.Prompt"
	itemAttributes   = "org.freedesktop.Secret.Item.Attributes"
	noObject         = dbus.ObjectPath("/")
)

// openSystem connects to the Secret Service and unlocks the collection that
// go-keyring uses. go-keyring unlocks it as well, but does not tell a dialog
// that was dismissed from one that failed, takes any signal for the end of a
// dialog, and waits for ever if the service dies while one stands.
func openSystem(ctx context.Context) (end func(error) error, err error) {
	service, err := connect()
	if err != nil {
		return nil, because(ErrNoKeyring, err)
	}
	watch, err := watchService(ctx, service.Conn)
	if err != nil {
		return nil, err
	}
	end = func(err error) error {
		if watch.stop() && err != nil {
			return because(ErrGone, err)
		}
		return err
	}
	if err := guard(func() error { return unlock(ctx, service, watch) }); err != nil {
		return nil, end(err)
	}
	return end, nil
}

// connect reaches the session's bus, by the connection that go-keyring uses.
// Where there is no bus, go-keyring would start one and leave it behind.
func connect() (*ss.SecretService, error) {
	if address := os.Getenv("DBUS_SESSION_BUS_ADDRESS"); address == "" || address == "autolaunch:" {
		conn, err := dbus.SessionBusPrivateNoAutoStartup()
		if err != nil {
			return nil, err
		}
		_ = conn.Close() // it was only to see whether there is one
	}
	return ss.NewSecretService()
}

// unlock opens the collection, if need be with the desktop's dialog.
func unlock(ctx context.Context, service *ss.SecretService, watch *serviceWatch) error {
	collection := service.GetLoginCollection().Path()
	root := service.Object(secretsName, secretsPath)
	if strings.Contains(string(collection), "/aliases/") {
		var target dbus.ObjectPath
		err := root.CallWithContext(ctx, serviceInterface+".ReadAlias", 0, "default").Store(&target)
		if err != nil {
			return err
		}
		if target == noObject {
			return ErrNoCollection
		}
	}
	var unlocked []dbus.ObjectPath
	var prompt dbus.ObjectPath
	err := root.CallWithContext(ctx, serviceInterface+".Unlock", 0, []dbus.ObjectPath{collection}).Store(&unlocked, &prompt)
	if err != nil || prompt == noObject {
		return err
	}
	return watch.ask(ctx, prompt)
}

// listSystem returns what go-keyring calls the user of each of the app's
// entries.
func listSystem(ctx context.Context) ([]string, error) {
	service, err := connect()
	if err != nil {
		return nil, err
	}
	items, err := service.SearchItems(service.GetLoginCollection(), map[string]string{"service": Service})
	if err != nil {
		return nil, err
	}
	var entries []string
	for _, item := range items {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		attributes := make(map[string]string)
		if err := service.Object(secretsName, item).StoreProperty(itemAttributes, &attributes); err != nil {
			return nil, err
		}
		entries = append(entries, attributes["username"])
	}
	return entries, nil
}
