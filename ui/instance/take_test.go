package instance

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

// handOverAll takes a folder that somebody else has, and returns what came of it.
func handOverAll(ctx context.Context, data string, m Message) <-chan error {
	result := make(chan error, 1)
	go func() {
		server, handed, err := Take(ctx, data, m)
		switch {
		case err == nil && !handed:
			err = errors.Join(errors.New("was the first"), server.Close())
		case err != nil && handed:
			err = fmt.Errorf("handed over, and failed: %w", err)
		}
		result <- err
	}()
	return result
}

func TestTakeHandsOver(t *testing.T) {
	data := home(t)
	server := take(t, data)
	folder := t.TempDir()
	t.Chdir(folder)
	sent := Message{
		Files: []string{"Fjordbygg AS.hjemmekontor", filepath.Join(folder, "blåbær.json")},
		Link:  "hjemmekontor:call/7-fjord-brunost\n?at=192.168.1.5:41234", Source: "https://firma.no/x",
		Page: "meetings", Activation: "token-1",
	}
	result := handOverAll(t.Context(), data, sent)
	want := sent
	want.Files = []string{filepath.Join(folder, "Fjordbygg AS.hjemmekontor"), filepath.Join(folder, "blåbær.json")}
	if got := receive(t, server); !reflect.DeepEqual(got, want) {
		t.Errorf("received %+v, want %+v", got, want)
	}
	if err := <-result; err != nil {
		t.Error(err)
	}
}

func TestTakeOfOneFolderUnderSeveralNames(t *testing.T) {
	data := home(t)
	server := take(t, data)
	t.Chdir(filepath.Dir(data))
	for _, name := range []string{data + string(filepath.Separator), filepath.Join(data, "x") + "/..", filepath.Base(data)} {
		result := handOverAll(t.Context(), name, Message{})
		receive(t, server)
		if err := <-result; err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTakeOfTwoFolders(t *testing.T) {
	data := home(t)
	take(t, data)
	take(t, filepath.Join(data, "other"))
}

func TestTakeAfterClose(t *testing.T) {
	data := home(t)
	server := take(t, data)
	if err := server.Close(); err != nil {
		t.Fatal(err)
	}
	if _, open := <-server.Messages(); open {
		t.Error("messages come from a closed server")
	}
	take(t, data)
}

func TestTakeRefuses(t *testing.T) {
	data := home(t)
	const secret = "hemmelig"
	for name, m := range map[string]Message{
		"too many files": {Files: make([]string, MaxFiles+1)},
		"a long link":    {Link: secret + strings.Repeat("x", MaxText)},
		"a long page":    {Page: secret + strings.Repeat("x", MaxName)},
		"not UTF-8":      {Files: []string{secret + "\xe6"}},
		"a zero":         {Source: secret + "\x00"},
		"too long in all": {Files: []string{strings.Repeat("x", MaxText-1000), strings.Repeat("y", MaxText-1000)},
			Link: strings.Repeat("<", MaxText), Source: secret},
	} {
		_, _, err := Take(t.Context(), data, m)
		if !errors.Is(err, ErrMessage) || strings.Contains(err.Error(), secret) {
			t.Errorf("%s: %v, want ErrMessage without what was in it", name, err)
		}
	}
	take(t, data) // nothing is held by what was refused
}

func TestTakeEndsWithItsContext(t *testing.T) {
	data := home(t)
	take(t, data) // and nobody reads its messages
	ctx, cancel := context.WithCancel(t.Context())
	result := handOverAll(ctx, data, Message{})
	cancel()
	if err := <-result; !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want the context's", err)
	}
}

func TestTakeFromOneThatDoesNotRead(t *testing.T) {
	data := home(t)
	take(t, data)
	p, err := placeOf(data)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	if _, handed, err := p.take(ctx, []byte("{}\n")); handed || !errors.Is(err, ErrNoAnswer) {
		t.Errorf("handed over: %v, error %v, want ErrNoAnswer", handed, err)
	}
}

func TestActivationToken(t *testing.T) {
	for _, test := range []struct{ wayland, x11, want string }{
		{"w", "x", "w"},
		{"", "x", "x"},
		{strings.Repeat("w", MaxName+1), "x", "x"},
		{"", "", ""},
	} {
		t.Setenv("XDG_ACTIVATION_TOKEN", test.wayland)
		t.Setenv("DESKTOP_STARTUP_ID", test.x11)
		if got := ActivationToken(); got != test.want {
			t.Errorf("token %q, want %q", got, test.want)
		}
	}
}

func TestSocketPathIsShort(t *testing.T) {
	home(t)
	p, err := placeOf(filepath.Join(t.TempDir(), strings.Repeat("dyp/", 500)))
	if err != nil || len(p.socket) > maxSocket {
		t.Errorf("socket %s of %d bytes, %v", p.socket, len(p.socket), err)
	}
	if _, err := os.Stat(filepath.Dir(p.socket)); err != nil {
		t.Error(err)
	}
}
