package credentials

import (
	"bufio"
	"errors"
	"io"
	"io/fs"
	"os/exec"
	"slices"
	"strings"
)

// keychainReasons are what the exit codes of macOS' /usr/bin/security mean: the
// last eight bits of an OSStatus of SecBase.h.
var keychainReasons = map[int]error{
	128: ErrLocked,    // errSecUserCanceled, -128
	36:  ErrLocked,    // errSecInteractionNotAllowed, -25308
	51:  ErrLocked,    // errSecAuthFailed, -25293
	44:  ErrNotFound,  // errSecItemNotFound, -25300
	37:  ErrNoKeyring, // errSecNoDefaultKeychain, -25307
	50:  ErrNoKeyring, // errSecNoSuchKeychain, -25294
	53:  ErrNoKeyring, // errSecNotAvailable, -25291
	49:  ErrNoKeyring, // errSecInvalidKeychain, -25295
}

// keychainReason returns which of reasons an error means that came of running
// /usr/bin/security, or nil.
func keychainReason(err error) error {
	if failed, ok := errors.AsType[*exec.ExitError](err); ok {
		return keychainReasons[failed.ExitCode()]
	}
	if errors.Is(err, fs.ErrNotExist) {
		return ErrNoKeyring
	}
	return nil
}

// maxKeychainLine bounds one line of what `security dump-keychain` prints, in
// bytes. Certificates make the longest ones.
const maxKeychainLine = 1 << 20

// accountsIn returns the accounts of the generic passwords of a service in what
// `security dump-keychain` prints: the attributes of all entries, without their
// contents.
func accountsIn(dump io.Reader, service string) ([]string, error) {
	var accounts []string
	var class, account, filedUnder string
	take := func() {
		if class == "genp" && filedUnder == service && account != "" && !slices.Contains(accounts, account) {
			accounts = append(accounts, account)
		}
		class, account, filedUnder = "", "", ""
	}
	lines := bufio.NewScanner(dump)
	lines.Buffer(nil, maxKeychainLine)
	for lines.Scan() {
		key, value, _ := strings.Cut(strings.TrimSpace(lines.Text()), "=")
		switch key {
		case `"acct"<blob>`:
			account = strings.Trim(value, `"`)
		case `"svce"<blob>`:
			filedUnder = strings.Trim(value, `"`)
		default:
			if strings.HasPrefix(key, "keychain: ") {
				take()
			}
			if name, found := strings.CutPrefix(key, "class: "); found {
				class = strings.Trim(name, `"`)
			}
		}
	}
	take()
	return accounts, lines.Err()
}
