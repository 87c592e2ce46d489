package endtoend

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zombiezen.com/go/sqlite"
	"zombiezen.com/go/sqlite/sqlitex"

	"hjemmekontor/checklists"
	"hjemmekontor/locales"
)

func TestADamagedFileIsSetAsideAndSaid(t *testing.T) {
	d := newDesk(t, 1100, 720, locales.Norwegian)
	damaged := bytes.Repeat([]byte("not a database "), 1000)
	d.put(t, damaged)
	d.open(t, "home.call", "--lang", "nb")
	d.WaitFor(t, "lagt til side", patience)
	d.Keep(t, "trouble-damaged")
	aside, err := filepath.Glob(filepath.Join(d.data, "checklists.damaged-*.db"))
	if err != nil || len(aside) != 1 {
		t.Fatalf("set aside: %v, %v", aside, err)
	}
	if kept, err := os.ReadFile(aside[0]); err != nil || !bytes.Equal(kept, damaged) {
		t.Errorf("the damaged file was changed: %v", err)
	}
	d.press(t, "app.understood")
	d.Gone(t, "lagt til side", patience)
}

func TestANewerFileIsRefusedAndLeftAlone(t *testing.T) {
	d := newDesk(t, 1100, 720, locales.English)
	d.open(t, "home.call", "--lang", "en").Kill(t)
	file := filepath.Join(d.data, checklists.FileName)
	setVersion(t, file, 99)
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	p := d.Launch(t, program, "--data", d.data, "--lang", "en")
	d.see(t, "problem.cannot-start")
	d.WaitFor(t, "newer version", patience)
	d.Keep(t, "trouble-newer")
	d.press(t, "problem.close")
	if code := p.Wait(t, patience); code != 1 {
		t.Errorf("ended with code %d", code)
	}
	if want := d.texts.Text("problem.newer"); !strings.Contains(p.Stderr(), want) {
		t.Errorf("standard error says %q, want %q", p.Stderr(), want)
	}
	if after, err := os.ReadFile(file); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the newer file was changed: %v", err)
	}
}

func TestAFolderThatCannotBeWritten(t *testing.T) {
	d := newDesk(t, 1100, 720, locales.Norwegian)
	if err := os.WriteFile(d.data, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	p := d.Launch(t, program, "--data", d.data, "--lang", "nb")
	d.see(t, "problem.cannot-start")
	d.Keep(t, "trouble-folder")
	d.press(t, "problem.close")
	if code := p.Wait(t, patience); code != 1 {
		t.Errorf("ended with code %d", code)
	}
}

func TestNoDisplay(t *testing.T) {
	d := newDesk(t, 300, 200, locales.Norwegian)
	d.Env = append(d.Env, "DISPLAY=", "WAYLAND_DISPLAY=")
	p := d.Launch(t, program, "--data", d.data, "--lang", "nb")
	if code := p.Wait(t, patience); code != 1 {
		t.Errorf("ended with code %d", code)
	}
	if want := d.texts.Text("problem.no-display"); strings.TrimSpace(p.Stderr()) != want {
		t.Errorf("standard error says %q, want %q", p.Stderr(), want)
	}
}

func TestNoCameraAndNoMicrophone(t *testing.T) {
	d := newDesk(t, 1100, 720, locales.Norwegian)
	args := []string{"--page", "meetings", "--lang", "nb"}
	if cameras, _ := filepath.Glob("/dev/video*"); len(cameras) > 0 {
		// This machine has what others lack.
		args = append(args, "--camera", "none", "--microphone", "none")
	}
	d.open(t, "launcher.start", args...)
	d.press(t, "call.start")
	d.see(t, "call.copy-link")
	d.press(t, "call.camera-off")
	d.WaitFor(t, "Fant ikke noe kamera", patience)
	d.press(t, "call.microphone-off")
	d.WaitFor(t, "Fant ingen mikrofon", patience)
	d.Keep(t, "trouble-no-devices")
}

// put makes the data folder with a file for the store to find.
func (d *desk) put(t *testing.T, content []byte) {
	t.Helper()
	if err := os.MkdirAll(d.data, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(d.data, checklists.FileName), content, 0o600); err != nil {
		t.Fatal(err)
	}
}

// setVersion makes a file look as if a program of another version had made it.
func setVersion(t *testing.T, file string, version int) {
	t.Helper()
	conn, err := sqlite.OpenConn(file, sqlite.OpenReadWrite)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	for _, statement := range []string{"PRAGMA wal_checkpoint(TRUNCATE);", "PRAGMA journal_mode=DELETE;"} {
		if err := sqlitex.ExecuteTransient(conn, statement, nil); err != nil {
			t.Fatal(err)
		}
	}
	if err := sqlitex.ExecuteTransient(conn, fmt.Sprintf("PRAGMA user_version=%d;", version), nil); err != nil {
		t.Fatal(err)
	}
}
