package chooser

import (
	"errors"
	"slices"

	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// status is what the sheet says below the list, and what its button does.
type status struct {
	words   string
	style   widgets.Style
	confirm string // the words on the button
	ready   bool   // it can be pressed
}

// status puts what went wrong first, and where the user wants to go before what
// is to be done there.
func (c *Chooser) status() status {
	var s status
	switch {
	case c.elsewhere():
		s = status{style: widgets.Caption, confirm: c.texts.Text("chooser.go"), ready: true}
	case c.making():
		s = c.makerStatus()
	case c.request.Kind == Place:
		s = c.placeStatus()
	case c.request.Kind == Folder:
		s = status{style: widgets.Caption, confirm: c.texts.Text("chooser.choose-folder"), ready: c.listing.Folder != ""}
	default:
		s = c.filesStatus()
	}
	if s.words == "" && c.listing.More {
		s.words = c.texts.Text("chooser.more")
	}
	if c.problem != "" {
		s.words, s.style = c.problem, widgets.Problem
	}
	return s
}

func (c *Chooser) filesStatus() status {
	s := status{style: widgets.Caption, confirm: c.texts.Text("chooser.open"), ready: len(c.marked) > 0}
	switch none := !slices.ContainsFunc(c.listing.Entries, func(e Entry) bool { return !e.Folder }); {
	case c.listing.Folder == "":
	case none:
		s.words = c.texts.Text("chooser.empty")
	case c.request.Many && s.ready:
		s.words = c.texts.Count("chooser.marked", len(c.marked))
	case c.request.Many:
		s.words = c.texts.Text("chooser.several")
	}
	return s
}

func (c *Chooser) placeStatus() status {
	s := status{style: widgets.Caption, confirm: c.texts.Text("chooser.save")}
	name, err := FileName(c.name.Text, c.ending())
	data := locales.Data{"File": shown(name)}
	switch {
	case err != nil:
		s.words, s.style = c.nameProblem(err, c.name.Text), widgets.Problem
	case c.holdsFolder(name):
		s.words, s.style = c.texts.Text("chooser.taken"), widgets.Problem
	case c.replaces(name):
		s.words, s.style = c.texts.Text("chooser.replaces", data), widgets.Attention
		s.confirm, s.ready = c.texts.Text("chooser.replace"), c.listing.Folder != ""
	default:
		if name != c.name.Text {
			s.words = c.texts.Text("chooser.saved-as", data)
		}
		s.ready = c.listing.Folder != ""
	}
	return s
}

// nameProblem says what is wrong with a name; of one that is missing nothing
// needs to be said.
func (c *Chooser) nameProblem(err error, typed string) string {
	switch {
	case errors.Is(err, ErrCharacter):
		return c.texts.Text("chooser.character")
	case errors.Is(err, ErrReserved):
		return c.texts.Text("chooser.reserved", locales.Data{"Name": typed})
	case errors.Is(err, ErrLong):
		return c.texts.Text("chooser.long")
	default:
		return ""
	}
}

// update shows what has changed.
func (c *Chooser) update() {
	s := c.status()
	c.confirm.Text = s.confirm
	enable(c.confirm, s.ready)
	enable(c.up, c.listing.Folder != "" && !c.atTop())
	c.message.Restyle(s.style)
	c.message.Set(s.words)
	c.message.Hidden = s.words == ""
	c.sheet.Content.Refresh()
}
