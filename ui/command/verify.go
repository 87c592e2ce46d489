package command

import (
	"context"
	"fmt"
	"io"
	"log/slog"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/ui"
)

// verify says who signed an organisation file and what is in it.
func (c *Command) verify(ctx context.Context, stdout, stderr io.Writer) int {
	texts := c.texts(ctx)
	data, err := organisation.ReadFile(c.Files[0])
	var file *organisation.File
	if err == nil {
		file, err = organisation.Parse(data)
	}
	if err != nil {
		slog.Debug("verifying an organisation file", "error", err)
		words := texts.Text(ui.ProblemKey(err))
		if !exists(c.Files[0]) {
			words = texts.Text("command.no-file", locales.Data{"File": c.Files[0]})
		}
		say(stderr, words)
		return Failed
	}
	describe(texts, file, stdout)
	return Done
}

// describe writes a line for each thing that a file holds.
func describe(texts *locales.Texts, file *organisation.File, w io.Writer) {
	o := file.Organisation
	made := o.Made.Local()
	say(w, texts.Text("verify.signed", locales.Data{"Fingerprint": file.Fingerprint()}))
	say(w, texts.Text("verify.company", locales.Data{
		"Name": o.Name, "Version": o.Version, "Date": texts.Date(made), "Clock": texts.Clock(made),
	}))
	for _, count := range []struct {
		key string
		n   int
	}{
		{"verify.contacts", len(o.Contacts)}, {"verify.routines", len(o.Routines)}, {"verify.tools", len(o.Tools)},
		{"verify.programs", len(o.Programs)}, {"verify.items", len(o.Items)}, {"verify.rooms", len(o.Rooms)},
	} {
		if count.n > 0 {
			say(w, texts.Count(count.key, count.n))
		}
	}
	for _, address := range append(append([]string{o.Mailbox, o.Server, o.Update}, o.STUN...), o.TURN...) {
		if address != "" {
			say(w, fmt.Sprintf("  %s", address))
		}
	}
}
