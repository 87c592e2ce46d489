package launch

import (
	"context"
	"errors"
	"fmt"
	"runtime"

	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"
)

// userChoice is where Windows keeps which program the user has chosen for a
// scheme. Programs from the Store may be registered nowhere else.
const userChoice = `Software\Microsoft\Windows\Shell\Associations\UrlAssociations\%s\UserChoice`

// systemHandles looks in HKEY_CLASSES_ROOT, which shows the machine's and the
// user's Software\Classes together, and at the user's choice. A program that
// is gone may still be registered; then systemOpen fails.
func systemHandles(_ context.Context, scheme string) (bool, error) {
	there, err := hasValue(registry.CLASSES_ROOT, scheme, "URL Protocol")
	if there || err != nil {
		return there, err
	}
	chosen, err := value(registry.CURRENT_USER, fmt.Sprintf(userChoice, scheme), "ProgId")
	if chosen == "" || err != nil {
		return false, err
	}
	return hasKey(registry.CLASSES_ROOT, chosen)
}

func hasValue(root registry.Key, path, name string) (bool, error) {
	key, err := registry.OpenKey(root, path, registry.QUERY_VALUE)
	if err != nil {
		return false, unlessMissing(err)
	}
	defer func() { _ = key.Close() }()
	_, _, err = key.GetValue(name, nil)
	return err == nil, unlessMissing(err)
}

func hasKey(root registry.Key, path string) (bool, error) {
	key, err := registry.OpenKey(root, path, registry.QUERY_VALUE)
	if err != nil {
		return false, unlessMissing(err)
	}
	return true, key.Close()
}

func value(root registry.Key, path, name string) (string, error) {
	key, err := registry.OpenKey(root, path, registry.QUERY_VALUE)
	if err != nil {
		return "", unlessMissing(err)
	}
	defer func() { _ = key.Close() }()
	text, _, err := key.GetStringValue(name)
	return text, unlessMissing(err)
}

func unlessMissing(err error) error {
	if err == nil || errors.Is(err, registry.ErrNotExist) {
		return nil
	}
	return fmt.Errorf("reading registry: %w", err)
}

// systemOpen calls ShellExecute, which takes an address as it is, with no
// command line between. It returns once a program has been started, or when
// the user has answered what Windows asks.
func systemOpen(_ context.Context, address, scheme string) error {
	file, err := windows.UTF16PtrFromString(address)
	if err != nil {
		return ErrNotAllowed
	}
	// Shell extensions may need COM, which belongs to a thread.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if windows.CoInitializeEx(0, windows.COINIT_APARTMENTTHREADED|windows.COINIT_DISABLE_OLE1DDE) == nil {
		defer windows.CoUninitialize()
	}
	err = windows.ShellExecute(0, nil, file, nil, nil, windows.SW_SHOWNORMAL)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, windows.ERROR_CANCELLED):
		return ErrCancelled
	case scheme == "https" && errors.Is(err, windows.ERROR_NO_ASSOCIATION):
		return ErrNoBrowser
	}
	return fmt.Errorf("%w: %w", ErrNotOpened, err) // the error is a number's text
}
