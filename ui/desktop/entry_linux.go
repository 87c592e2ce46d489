package desktop

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// entry is the desktop entry that starts the app (Desktop Entry Specification
// 1.4). opening says whether it is for links and files.
func (a App) entry(opening bool, args ...string) (string, error) {
	command, err := a.command(args...)
	if err != nil {
		return "", err
	}
	lines := []string{
		"[Desktop Entry]",
		"Type=Application",
		"Version=1.4",
		"Name=Hjemmekontor",
		"Comment=" + value(a.Words.Comment),
		"TryExec=" + value(a.Program),
		"Icon=" + ID,
		"Terminal=false",
		"StartupNotify=true",
		"Categories=Network;VideoConference;",
	}
	if opening {
		lines = append(lines, "Exec="+value(command+" %u"),
			"MimeType=x-scheme-handler/"+Scheme+";"+MediaType+";")
	} else {
		lines = append(lines, "Exec="+value(command), "X-GNOME-Autostart-enabled=true")
	}
	return strings.Join(lines, "\n") + "\n", nil
}

// command is the program and what every start gets, as the key Exec wants it.
func (a App) command(args ...string) (string, error) {
	words := slices.Concat([]string{a.Program}, a.Args, args)
	quoted := make([]string, len(words))
	for i, word := range words {
		// The specification has no "=" in a program's path, and GLib finds none
		// with a percent sign in it.
		if strings.ContainsFunc(word, unicode.IsControl) || i == 0 && strings.ContainsAny(word, "=%") {
			return "", fmt.Errorf("%w: %q", ErrProgram, word)
		}
		quoted[i] = argument(word)
	}
	return strings.Join(quoted, " "), nil
}

// argument quotes a word of a command line, if it needs it: xdg-open by itself,
// on a desktop that it does not know, takes quotation marks for part of a name.
func argument(word string) string {
	if word != "" && !strings.ContainsAny(word, " \t\n\"'\\><~|&;$*?#()`%") {
		return word
	}
	return `"` + strings.NewReplacer(`"`, `\"`, "`", "\\`", "$", `\$`, `\`, `\\`, "%", "%%").Replace(word) + `"`
}

// value escapes what stands behind the equals sign of any key.
func value(text string) string {
	return strings.NewReplacer(`\`, `\\`, "\n", " ", "\r", " ", "\t", " ").Replace(text)
}
