package credentials

import (
	"context"
	"fmt"
)

// Task is what a call does.
type Task string

// The tasks that change something.
const (
	TaskSet       Task = "keeping secret"
	TaskDelete    Task = "deleting secret"
	TaskDeleteAll Task = "deleting all secrets"
)

const (
	taskGet   Task = "reading secret"
	taskNames Task = "listing secrets"
)

// Late is what came of a change that was under way when its caller left.
type Late struct {
	Task Task
	Name Name  // empty for TaskDeleteAll
	Err  error // nil if the change was made
}

// call is one call to the system's keyring.
type call struct {
	ctx  context.Context // of the caller
	task Task
	name Name
	do   func(context.Context, vault) error
	done chan error    // takes what came of it, while the caller waits
	left chan struct{} // closed when the caller has left
}

// doNamed makes a call about one entry.
func (k *Keyring) doNamed(ctx context.Context, task Task, name Name, do func(context.Context, vault) error) error {
	if _, err := ParseName(string(name)); err != nil {
		return explain(task, "", err)
	}
	return k.do(ctx, task, name, do)
}

// do makes a call where secrets are kept now: in memory, or on the Keyring's
// goroutine, which takes it when it is free.
func (k *Keyring) do(ctx context.Context, task Task, name Name, do func(context.Context, vault) error) error {
	if done, err := k.inMemory(ctx, do); done {
		return explain(task, name, err)
	}
	c := &call{ctx: ctx, task: task, name: name, do: do, done: make(chan error), left: make(chan struct{})}
	return explain(task, name, k.wait(c))
}

// inMemory makes a call if secrets are kept in memory, and reports whether
// they are.
func (k *Keyring) inMemory(ctx context.Context, do func(context.Context, vault) error) (bool, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	switch {
	case k.memory == nil:
		return false, nil
	case k.closing.Err() != nil:
		return true, ErrClosed
	case ctx.Err() != nil:
		return true, ctx.Err()
	}
	return true, do(ctx, memory(k.memory))
}

// wait hands a call over and waits for what comes of it.
func (k *Keyring) wait(c *call) error {
	switch { // since a select takes any of the ways that are open
	case k.closing.Err() != nil:
		return ErrClosed
	case c.ctx.Err() != nil:
		return c.ctx.Err()
	}
	select {
	case k.calls <- c:
	case <-c.ctx.Done():
		return fmt.Errorf("%w: %w", ErrPending, c.ctx.Err())
	case <-k.closing.Done():
		return ErrClosed
	}
	select {
	case err := <-c.done:
		return err
	case <-c.ctx.Done():
		close(c.left)
		return fmt.Errorf("%w: %w", ErrPending, c.ctx.Err())
	case <-k.closing.Done():
		close(c.left)
		return fmt.Errorf("%w: %w", ErrPending, ErrClosed)
	}
}

// run makes one call after the other until the Keyring is closed.
func (k *Keyring) run() {
	defer close(k.ended)
	for {
		select {
		case c := <-k.calls:
			k.carryOut(c)
		case <-k.closing.Done():
			return
		}
	}
}

// carryOut makes the call and tells its caller, or whom it concerns if that one
// has left.
func (k *Keyring) carryOut(c *call) {
	err := k.open(c)
	select {
	case c.done <- err:
	case <-c.left:
		k.tellLate(c, err)
	}
}

// open makes the call once the keyring is open. A dialog that stands is waited
// for also when the caller has left: the next call would only ask again. But
// then nothing is done any more.
func (k *Keyring) open(c *call) error {
	end, err := k.system.open(k.closing)
	if err != nil {
		return err
	}
	return end(guard(func() error {
		if err := c.ctx.Err(); err != nil {
			return err
		}
		return c.do(c.ctx, k.system)
	}))
}

// guard keeps a panic from ending the program: go-keyring panics where its
// connection is lost while a dialog stands. What was thrown is not told, since
// it may hold anything.
func guard(act func() error) (err error) {
	defer func() {
		if recover() != nil {
			err = fmt.Errorf("%w: it did not answer as it should", ErrGone)
		}
	}()
	return act()
}

func (k *Keyring) tellLate(c *call, err error) {
	switch c.task {
	case TaskSet, TaskDelete, TaskDeleteAll:
		if k.late != nil {
			k.late(Late{c.task, c.name, explain(c.task, c.name, err)})
		}
	}
}

// explain says in an error what was to be done.
func explain(task Task, name Name, err error) error {
	switch {
	case err == nil:
		return nil
	case name == "":
		return fmt.Errorf("%s: %w", task, err)
	}
	return fmt.Errorf("%s %q: %w", task, name, err)
}
