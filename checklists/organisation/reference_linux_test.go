package organisation

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// docs is what IT support is told about the file. What it tells is tried here
// with minisign itself.
const docs = "../../docs/organisation-file.md"

// blocks returns the examples of a kind in the documentation.
func blocks(t *testing.T, kind string) []string {
	t.Helper()
	fenced := regexp.MustCompile("(?s)```" + kind + "\n(.*?)```")
	var found []string
	for _, match := range fenced.FindAllSubmatch(readTestFile(t, docs), -1) {
		found = append(found, string(match[1]))
	}
	return found
}

// shell runs commands in a folder and returns what they print. What is typed
// answers minisign's question for a passphrase.
func shell(t *testing.T, dir, script, typed string) string {
	t.Helper()
	for _, program := range []string{"bash", "minisign"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Fatalf("%s is needed: %v", program, err)
		}
	}
	cmd := exec.CommandContext(t.Context(), "bash", "-euo", "pipefail", "-c", script)
	cmd.Dir = dir
	cmd.Stdin = strings.NewReader(typed)
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s\n%v\n%s%s", script, err, out, complaint.Bytes())
	}
	return string(out)
}

func write(t *testing.T, dir, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// What the app signs, minisign verifies, by the commands in the documentation.
func TestReferenceVerifiesOurs(t *testing.T) {
	commands := blocks(t, "(?:ba)?sh")
	if len(commands) != 3 {
		t.Fatalf("the documentation has %d examples of commands", len(commands))
	}
	check, fingerprint := commands[0], commands[1]
	file := sign(t, example(), newKey(t))
	header, content, _ := bytes.Cut(file.Raw, []byte("\n{"))
	crlf := append(append(bytes.ReplaceAll(header, []byte("\n"), []byte("\r\n")), "\r\n{"...), content...)
	for name, raw := range map[string][]byte{"as signed": file.Raw, "with CRLF": crlf} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, "firma.hjemmekontor", raw)
			out := shell(t, dir, check, "")
			if !strings.Contains(out, "Signature and comment signature verified") ||
				!strings.Contains(out, "Trusted comment: hjemmekontor organisation fjordbygg-as version 3\n") {
				t.Errorf("minisign says %s", out)
			}
			if got := strings.TrimSpace(shell(t, dir, fingerprint, "")); got != file.Fingerprint() {
				t.Errorf("the commands give fingerprint %s, the app %s", got, file.Fingerprint())
			}
		})
	}
}

// What minisign signs, the app takes: the documentation's example, by the
// commands in the documentation.
func TestReferenceSignsForUs(t *testing.T) {
	examples := blocks(t, "json")
	if len(examples) != 1 {
		t.Fatalf("the documentation has %d examples of JSON", len(examples))
	}
	making := blocks(t, "(?:ba)?sh")[2]
	for name, script := range map[string]string{
		"hashed":     making,
		"not hashed": strings.Replace(making, "minisign -S", "minisign -S -l", 1),
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, "firma.json", []byte(examples[0]))
			shell(t, dir, "minisign -G -W -p firma.pub -s firma.key", "")
			shell(t, dir, script, "")
			file, err := Parse(readTestFile(t, filepath.Join(dir, "firma.hjemmekontor")))
			if err != nil {
				t.Fatal(err)
			}
			if file.Organisation.Name != "Fjord & Bygg AS" || len(file.Organisation.Items) != 1 {
				t.Errorf("read %+v", file.Organisation)
			}
			if again, err := encode(file.Organisation); err != nil || string(again) != examples[0] {
				t.Errorf("the app would write\n%s", again)
			}
			key, err := RestoreKey(readTestFile(t, filepath.Join(dir, "firma.key")), "")
			if err != nil || key.Public() != file.Key {
				t.Errorf("restoring minisign's key: %v", err)
			}
		})
	}
}

// A backup is a key that minisign can sign with.
func TestReferenceOpensBackup(t *testing.T) {
	key := newKey(t)
	backup, err := key.BackUp(passphrase)
	if err != nil {
		t.Fatal(err)
	}
	form, err := parseKeyFile(backup)
	if err != nil || form.cost.memory != backupMemory {
		t.Fatalf("the backup costs %+v, %v", form.cost, err)
	}
	dir := t.TempDir()
	write(t, dir, "firma.key", backup)
	write(t, dir, "firma.pub", fmt.Appendf(nil, "%s\n%s\n", untrustedComment, key.Public()))
	write(t, dir, "firma.json", []byte(blocks(t, "json")[0]))
	shell(t, dir, blocks(t, "(?:ba)?sh")[2], passphrase+"\n")
	file, err := Parse(readTestFile(t, filepath.Join(dir, "firma.hjemmekontor")))
	if err != nil || file.Key != key.Public() {
		t.Errorf("signed by minisign with the backup: %v", err)
	}
}

// A backup that minisign made is a key that we can sign with. It is kept from
// the gigabyte that it would take, which the race detector makes a minute of.
func TestReferenceBackupIsRestored(t *testing.T) {
	dir := t.TempDir()
	shell(t, dir, "ulimit -v 60000; minisign -G -p firma.pub -s firma.key", passphrase+"\n"+passphrase+"\n")
	key, err := RestoreKey(readTestFile(t, filepath.Join(dir, "firma.key")), passphrase)
	if err != nil {
		t.Fatal(err)
	}
	if pub := readTestFile(t, filepath.Join(dir, "firma.pub")); !bytes.Contains(pub, []byte(key.Public().String())) {
		t.Error("it is another key")
	}
	if _, err := Parse(sign(t, example(), key).Raw); err != nil {
		t.Error(err)
	}
}
