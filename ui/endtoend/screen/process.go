package screen

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"testing"
	"time"
)

// Process is a program under test. Its methods are for one goroutine.
type Process struct {
	cmd            *exec.Cmd
	done           chan struct{}
	all, out, errs output
}

// Launch starts the program with the Screen's home folder and returns at
// once; [Screen.WaitFor] tells when its window is there. The test's end ends
// it, and a failed test prints what it wrote.
func (s *Screen) Launch(t testing.TB, program string, args ...string) *Process {
	t.Helper()
	return s.LaunchIn(t, s.Home, program, args...)
}

// LaunchIn is [Screen.Launch] with another home folder, made by [NewHome].
func (s *Screen) LaunchIn(t testing.TB, home, program string, args ...string) *Process {
	t.Helper()
	p := &Process{cmd: exec.Command(program, args...), done: make(chan struct{})}
	p.cmd.Dir = home
	p.cmd.Env = s.environ(home)
	p.cmd.Stdout = io.MultiWriter(&p.out, &p.all)
	p.cmd.Stderr = io.MultiWriter(&p.errs, &p.all)
	ownGroup(p.cmd)
	if err := p.cmd.Start(); err != nil {
		t.Fatalf("starting %s: %v", program, err)
	}
	go func() {
		_ = p.cmd.Wait()
		close(p.done)
	}()
	t.Cleanup(func() {
		p.Kill(t)
		if t.Failed() {
			t.Logf("%s wrote:\n%s", p.cmd, p.Output())
		}
	})
	return p
}

// Pid is the process id.
func (p *Process) Pid() int { return p.cmd.Process.Pid }

// Running reports whether the program has not ended yet.
func (p *Process) Running() bool {
	select {
	case <-p.done:
		return false
	default:
		return true
	}
}

// Kill ends the program and its children at once, with no chance to tidy up,
// as a power cut would, and waits until they are gone.
func (p *Process) Kill(t testing.TB) {
	t.Helper()
	killGroup(p.cmd)
	select {
	case <-p.done:
	case <-time.After(10 * time.Second):
		t.Errorf("%s is still running 10 seconds after it was killed", p.cmd.Path)
	}
}

// Interrupt asks the program to stop, as Ctrl+C does.
func (p *Process) Interrupt(t testing.TB) {
	t.Helper()
	if err := p.cmd.Process.Signal(os.Interrupt); err != nil && !errors.Is(err, os.ErrProcessDone) {
		t.Fatalf("interrupting %s: %v", p.cmd.Path, err)
	}
}

// Wait waits until the program has ended and returns its exit code, -1 when a
// signal ended it. The test fails when that takes longer than timeout.
func (p *Process) Wait(t testing.TB, timeout time.Duration) int {
	t.Helper()
	select {
	case <-p.done:
		return p.cmd.ProcessState.ExitCode()
	case <-time.After(timeout):
		t.Fatalf("%s is still running after %v; it wrote:\n%s", p.cmd, timeout, p.Output())
		return -1
	}
}

// Output is what the program has written so far, standard output and standard
// error together.
func (p *Process) Output() string { return p.all.String() }

// Stdout is what the program has written to standard output so far.
func (p *Process) Stdout() string { return p.out.String() }

// Stderr is what the program has written to standard error so far.
func (p *Process) Stderr() string { return p.errs.String() }
