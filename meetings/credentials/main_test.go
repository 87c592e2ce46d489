package credentials

import (
	"context"
	"fmt"
	"os"
	"testing"
	"time"

	"go.uber.org/goleak"
)

// childName, when set, makes the test binary another instance of the program,
// which keeps childSecrets secrets named a/NAME-0, a/NAME-1 … one after the
// other; or, if the name is childMock, tries go-keyring's mock.
const (
	childName    = "HJEMMEKONTOR_TEST_CREDENTIALS"
	childSecrets = 10
	childMock    = "mock"
)

// startTimeout is how long what a test waits for may take on a busy machine.
const startTimeout = 20 * time.Second

func TestMain(m *testing.M) {
	if name := os.Getenv(childName); name != "" {
		act := keepSecrets
		if name == childMock {
			act = func(string) error { return useMock() }
		}
		if err := act(name); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	goleak.VerifyTestMain(m)
}

func keepSecrets(name string) error {
	ctx, cancel := context.WithTimeout(context.Background(), startTimeout)
	defer cancel()
	k := New(nil)
	for i := range childSecrets {
		if err := k.Set(ctx, Name(fmt.Sprintf("a/%s-%d", name, i)), "secret"); err != nil {
			return err
		}
	}
	return k.Close()
}

// receive takes what is to come out of a channel.
func receive[T any](t *testing.T, from <-chan T) T {
	t.Helper()
	select {
	case v := <-from:
		return v
	case <-time.After(startTimeout):
		t.Fatal("waited in vain")
		panic("unreachable")
	}
}
