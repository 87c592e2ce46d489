//go:build !windows && !darwin

package launch

import (
	"bufio"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// maxDesktopFile is how much of a desktop file or list is read, in bytes.
const maxDesktopFile = 1 << 20

// usable tells whether the desktop file of an id is there, and the program
// that it starts.
func (d desktop) usable(id string) bool {
	path, ok := d.find(id)
	if !ok {
		return false
	}
	entry := readGroups(path)["Desktop Entry"]
	if entry["Hidden"] == "true" { // which means deleted
		return false
	}
	if try := entry["TryExec"]; try != "" && !isProgram(try) {
		return false
	}
	program := firstWord(entry["Exec"])
	return isProgram(program) || program == "" && entry["DBusActivatable"] == "true"
}

// find returns the path of a desktop file. Each hyphen in an id may stand for a
// folder (Desktop Entry specification, desktop file id).
func (d desktop) find(id string) (string, bool) {
	if !strings.HasSuffix(id, ".desktop") || strings.ContainsRune(id, '/') {
		return "", false
	}
	for _, dir := range d.data {
		path := filepath.Join(dir, "applications", id)
		for {
			if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
				return path, true
			}
			folder, name := filepath.Split(path)
			before, after, ok := strings.Cut(name, "-")
			if !ok {
				break
			}
			path = filepath.Join(folder, before, after)
		}
	}
	return "", false
}

func isProgram(name string) bool {
	if name == "" {
		return false
	}
	_, err := exec.LookPath(name)
	return err == nil
}

// firstWord is the program of an Exec line, which may stand in quotes.
func firstWord(line string) string {
	line = strings.TrimSpace(line)
	quoted, ok := strings.CutPrefix(line, `"`)
	if !ok {
		word, _, _ := strings.Cut(line, " ")
		return word
	}
	word, _, _ := strings.Cut(quoted, `"`)
	return strings.ReplaceAll(word, `\`, "")
}

// groups is a file of the kind that desktop files and lists are: keys and
// values in groups. A key that is there twice counts the first time.
type groups map[string]map[string]string

// ids returns the list of desktop files under a key.
func (g groups) ids(group, key string) []string {
	return strings.FieldsFunc(g[group][key], func(r rune) bool { return r == ';' || r == ' ' })
}

// readGroups reads a file; one that is missing or cannot be read has nothing
// in it.
func readGroups(path string) groups {
	file, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer func() { _ = file.Close() }()
	found := groups{}
	group := ""
	lines := bufio.NewScanner(io.LimitReader(file, maxDesktopFile))
	lines.Buffer(nil, maxDesktopFile)
	for lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		if strings.HasPrefix(line, "[") {
			group = strings.Trim(line, "[]")
			continue
		}
		key, value, ok := strings.Cut(line, "=")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		if found[group] == nil {
			found[group] = map[string]string{}
		}
		if key = strings.TrimSpace(key); found[group][key] == "" {
			found[group][key] = strings.TrimSpace(value)
		}
	}
	return found
}
