package credentials

import (
	"errors"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// dump is what `security dump-keychain` prints, with entries of other programs
// and one that lies in two keychains.
const dump = `keychain: "/Users/kari/Library/Keychains/login.keychain-db"
version: 512
class: "genp"
attributes:
    0x00000007 <blob>="hjemmekontor"
    0x00000008 <blob>=<NULL>
    "acct"<blob>="organisation-key/3f0a91"
    "cdat"<timedate>=0x32303236303131323039333030305A00  "20260112093000Z\000"
    "desc"<blob>=<NULL>
    "svce"<blob>="hjemmekontor"
    "type"<uint32>=<NULL>
keychain: "/Users/kari/Library/Keychains/login.keychain-db"
version: 512
class: "inet"
attributes:
    0x00000007 <blob>="hjemmekontor"
    "acct"<blob>="kari"
    "srvr"<blob>="hjemmekontor"
keychain: "/Users/kari/Library/Keychains/login.keychain-db"
version: 512
class: "genp"
attributes:
    "acct"<blob>="kari"
    "svce"<blob>="hjemmekontor2"
keychain: "/Users/kari/Library/Keychains/other.keychain-db"
version: 512
class: "genp"
attributes:
    "acct"<blob>="organisation-key/3f0a91"
    "svce"<blob>="hjemmekontor"
keychain: "/Users/kari/Library/Keychains/other.keychain-db"
version: 512
class: "genp"
attributes:
    "acct"<blob>="later-kind/abc"
    "svce"<blob>="hjemmekontor"
`

func TestAccountsIn(t *testing.T) {
	tests := []struct {
		name, dump string
		want       []string
		fails      bool
	}{
		{"empty", "", nil, false},
		{"several", dump, []string{"organisation-key/3f0a91", "later-kind/abc"}, false},
		{"no account", "keychain: \"a\"\nclass: \"genp\"\n\"acct\"<blob>=\"\"\n\"svce\"<blob>=\"hjemmekontor\"\n", nil, false},
		{"endless line", strings.Repeat("a", maxKeychainLine+1), nil, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := accountsIn(strings.NewReader(test.dump), Service)
			if !slices.Equal(got, test.want) || (err != nil) != test.fails {
				t.Errorf("got %q, %v, want %q", got, err, test.want)
			}
		})
	}
}

func FuzzAccountsIn(f *testing.F) {
	f.Add(dump)
	f.Fuzz(func(t *testing.T, dump string) {
		accounts, err := accountsIn(strings.NewReader(dump), Service)
		for _, account := range accounts {
			if account == "" || !strings.Contains(dump, account) {
				t.Errorf("found the account %q, %v", account, err)
			}
		}
	})
}

func TestKeychainReasons(t *testing.T) {
	tests := []struct {
		cmd  *exec.Cmd
		want error
	}{
		{exec.Command("sh", "-c", "exit 128"), ErrLocked},
		{exec.Command("sh", "-c", "exit 36"), ErrLocked},
		{exec.Command("sh", "-c", "exit 44"), ErrNotFound},
		{exec.Command("sh", "-c", "exit 37"), ErrNoKeyring},
		{exec.Command("sh", "-c", "exit 1"), nil},
		{exec.Command("/nowhere/security"), ErrNoKeyring},
	}
	for _, test := range tests {
		if got := keychainReason(test.cmd.Run()); !errors.Is(got, test.want) {
			t.Errorf("%v means %v, want %v", test.cmd.Args, got, test.want)
		}
	}
}
