package agenda

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/goleak"

	"hjemmekontor/meetings"
	"hjemmekontor/meetings/calendar/remote"
	"hjemmekontor/meetings/credentials"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// hush is in all that is secret in these tests.
const hush = "hush4567"

const typed = "webcal://outlook.office365.com/owa/" + hush + "/calendar.ics"

// event is a meeting in a document: named title, from start for a while, with
// further lines.
func event(title string, start time.Time, length time.Duration, lines ...string) string {
	const form = "20060102T150405Z"
	return strings.Join(append([]string{
		"BEGIN:VEVENT", "UID:" + title, "DTSTAMP:20000101T000000Z", "SUMMARY:" + title,
		"DTSTART:" + start.UTC().Format(form), "DTEND:" + start.Add(length).UTC().Format(form),
	}, append(lines, "END:VEVENT", "")...), "\r\n")
}

func document(events ...string) []byte {
	return []byte("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nX-WR-CALNAME:Jobb\r\n" + strings.Join(events, "") + "END:VCALENDAR\r\n")
}

// server stands in for the network.
type server struct {
	mu      sync.Mutex
	data    []byte
	tag     string // of data; "" for none
	err     error
	retry   time.Duration
	calls   []time.Time
	slow    time.Duration
	address string // of the last call
	user    string
}

func (s *server) Fetch(ctx context.Context, address string, since remote.Validators) (remote.Answer, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls, s.address = append(s.calls, time.Now()), address
	if s.slow > 0 {
		s.mu.Unlock()
		select {
		case <-time.After(s.slow):
		case <-ctx.Done():
		}
		s.mu.Lock()
	}
	switch {
	case ctx.Err() != nil:
		return remote.Answer{}, ctx.Err()
	case s.err != nil:
		return remote.Answer{RetryAfter: s.retry}, s.err
	case s.tag != "" && since.ETag == s.tag:
		return remote.Answer{NotModified: true, Validators: since, RetryAfter: s.retry}, nil
	}
	return remote.Answer{Data: s.data, Validators: remote.Validators{ETag: s.tag}, RetryAfter: s.retry}, nil
}

func (s *server) FetchCollection(ctx context.Context, collection, user, password string, from, to time.Time, since remote.Validators) (remote.Answer, error) {
	if password != hush || !from.Before(to) {
		return remote.Answer{}, remote.ErrRefused
	}
	s.mu.Lock()
	s.user = user
	s.mu.Unlock()
	answer, err := s.Fetch(ctx, collection, since)
	answer.Me = []string{"kari@firma.no"}
	return answer, err
}

// set changes what the server answers.
func (s *server) set(change func(*server)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	change(s)
}

// asked is how often the server was.
func (s *server) asked() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.calls)
}

// ring is a keyring that can fail.
type ring struct {
	mu      sync.Mutex
	secrets map[credentials.Name]string
	memory  bool
	err     error
	silent  bool // it waits for its user
	asked   int
}

func newRing() *ring { return &ring{secrets: make(map[credentials.Name]string)} }

func (r *ring) Get(ctx context.Context, name credentials.Name) (string, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.asked++
	if r.silent {
		r.mu.Unlock()
		<-ctx.Done()
		r.mu.Lock()
		return "", fmt.Errorf("%w: %w", credentials.ErrPending, ctx.Err())
	}
	secret, found := r.secrets[name]
	if r.err == nil && !found {
		return "", credentials.ErrNotFound
	}
	return secret, r.err
}

func (r *ring) Set(_ context.Context, name credentials.Name, secret string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.err == nil {
		r.secrets[name] = secret
	}
	return r.err
}

func (r *ring) Delete(ctx context.Context, name credentials.Name) error {
	if _, err := r.Get(ctx, name); err != nil {
		return err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.secrets, name)
	return nil
}

func (r *ring) InMemory() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.memory
}

func (r *ring) set(change func(*ring)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	change(r)
}

// desk is a folder, a keyring and a network, in which one Agenda after the other
// runs.
type desk struct {
	dir  string
	ring *ring
	server
}

func newDesk(t *testing.T) *desk {
	return &desk{dir: t.TempDir(), ring: newRing()}
}

// run is one run of the program.
type run struct {
	*Agenda
	store *meetings.Store
	end   func()

	mu       sync.Mutex
	views    []View
	reminded []string
	asleep   time.Duration // how far the wall clock is ahead
}

// start runs an Agenda until end is called, or the test ends.
func (d *desk) start(t *testing.T) *run {
	t.Helper()
	store, err := meetings.OpenStore(t.Context(), d.dir)
	must(t, err)
	r := &run{store: store}
	r.Agenda = New(store, d.ring, &d.server, Options{Zone: oslo(t)})
	r.clock = func() time.Time {
		r.mu.Lock()
		defer r.mu.Unlock()
		return time.Now().Add(r.asleep)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- r.Run(ctx, r.changed, r.remind) }()
	r.end = sync.OnceFunc(func() {
		cancel()
		must(t, <-done, store.Close())
	})
	t.Cleanup(r.end)
	synctest.Wait()
	return r
}

func (r *run) changed(v View) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.views = append(r.views, v)
}

func (r *run) remind(m Meeting) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.reminded = append(r.reminded, m.Title)
}

// wait lets time pass.
func (r *run) wait(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

// sleep lets the machine sleep: the clock on the wall goes on, and no timer does.
func (r *run) sleep(d time.Duration) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.asleep += d
}

// view is what is shown.
func (r *run) view() View {
	synctest.Wait()
	return r.last()
}

// last is what was told last.
func (r *run) last() View {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.views[len(r.views)-1]
}

func (r *run) shows() int {
	synctest.Wait()
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.views)
}

// reminders are the titles that the user was reminded of.
func (r *run) reminders() string {
	synctest.Wait()
	r.mu.Lock()
	defer r.mu.Unlock()
	return strings.Join(r.reminded, " ")
}

// titles are those of the meetings shown.
func (r *run) titles() string {
	var titles []string
	for _, m := range r.view().Meetings {
		titles = append(titles, m.Title)
	}
	return strings.Join(titles, " ")
}

// add adds the server's calendar.
func (r *run) add(t *testing.T) (id string) {
	t.Helper()
	id, err := r.AddAddress(t.Context(), Address{URL: typed})
	must(t, err)
	return id
}

// trouble is what is wrong with the first calendar.
func (r *run) trouble() error { return r.view().Calendars[0].Trouble }

func oslo(t *testing.T) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Oslo")
	must(t, err)
	return zone
}

// must ends the test unless all went well.
func must(t testing.TB, errs ...error) {
	t.Helper()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
}

// at is a time of the first day.
func at(clock string) time.Time {
	t, err := time.Parse(time.DateTime, "2000-01-01 "+clock+":00")
	if err != nil {
		panic(fmt.Sprint("no time: ", clock))
	}
	return t
}
