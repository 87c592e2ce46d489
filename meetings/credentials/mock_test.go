package credentials

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/zalando/go-keyring"
)

// go-keyring's own mock takes the place of the keyring for good, so it is used
// in a process of its own.
func TestMock(t *testing.T) {
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), childName+"="+childMock)
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v: %s", err, said)
	}
}

// useMock says what is wrong with a Keyring on go-keyring's mock.
func useMock() error {
	ctx, cancel := context.WithTimeout(context.Background(), startTimeout)
	defer cancel()
	errs := []error{mockKeeps(ctx)}
	for _, test := range []struct{ err, want error }{
		{keyring.ErrNotFound, ErrNotFound},
		{keyring.ErrSetDataTooBig, ErrTooLarge},
		{keyring.ErrUnsupportedPlatform, ErrNoKeyring},
		{fmt.Errorf("asking: %w", ErrLocked), ErrLocked},
		{fmt.Errorf("asking: %w", ErrRefused), ErrRefused},
		{fmt.Errorf("asking: %w", ErrGone), ErrGone},
		{context.DeadlineExceeded, context.DeadlineExceeded},
	} {
		errs = append(errs, mockFails(ctx, test.err, test.want))
	}
	return errors.Join(errs...)
}

// mocked starts a Keyring on the mock, which lists nothing.
func mocked() *Keyring {
	return start(system{goKeyring{}, opens, func(context.Context) ([]string, error) { return nil, nil }}, nil)
}

// mockKeeps keeps the largest secret there can be, and none that is larger.
func mockKeeps(ctx context.Context) (err error) {
	keyring.MockInit()
	k := mocked()
	defer func() { err = errors.Join(err, k.Close()) }()
	largest := strings.Repeat("x", MaxSecret)
	if err := k.Set(ctx, testName, largest); err != nil {
		return err
	}
	if err := k.Set(ctx, testName, largest+"y"); !errors.Is(err, ErrTooLarge) {
		return fmt.Errorf("one byte too many: %w", err)
	}
	if got, err := k.Get(ctx, testName); got != largest || err != nil {
		return fmt.Errorf("read back %d bytes, %w", len(got), err)
	}
	if err := k.Delete(ctx, testName); err != nil {
		return err
	}
	return k.Test(ctx)
}

// mockFails sees that every call tells of an error as what it means.
func mockFails(ctx context.Context, given, want error) error {
	keyring.MockInitWithError(given)
	k := mocked()
	_, err := k.Get(ctx, testName)
	var wrong []error
	for call, err := range map[string]error{
		"get": err, "set": k.Set(ctx, testName, "hush"), "delete": k.Delete(ctx, testName), "test": k.Test(ctx),
	} {
		if !errors.Is(err, want) || strings.Contains(fmt.Sprint(err), "hush") {
			wrong = append(wrong, fmt.Errorf("%s with %w: got %w", call, given, err))
		}
	}
	return errors.Join(append(wrong, k.Close())...)
}
