package launcher

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// line is something that can be opened: its name, what it is, a button that
// opens it, and one that unfolds what else can be done with it. The buttons stay
// the same whatever changes around them, so that they keep the keys.
type line struct {
	grown func()
	name  *widgets.Text
	about *widgets.Text // "" for none
	alert *widgets.Text // "" for none
	open  *widget.Button
	more  *moreButton // nil where there is nothing more
	acts  *fyne.Container
	form  *fyne.Container // what is being asked, if anything

	object *fyne.Container
}

// newLine makes a line with a thing at its left, which may be nil.
func newLine(texts *locales.Texts, left fyne.CanvasObject, open, grown func(), acts ...fyne.CanvasObject) *line {
	l := &line{
		grown: grown, name: widgets.NewText("", widgets.Body),
		about: widgets.NewText("", widgets.Caption), alert: widgets.NewText("", widgets.Attention),
		open: widgets.NewSecondary(texts.Text("launcher.open"), "", open),
		acts: widgets.NewFlow(acts...), form: container.NewVBox(),
	}
	right := container.NewHBox(top(l.open))
	if len(acts) == 0 {
		right = container.New(layout.NewCustomPaddedLayout(0, 0, 0, fynetheme.Size(fynetheme.SizeNameInnerPadding)), right)
	}
	if len(acts) > 0 {
		l.more = newMoreButton(texts.Text("launcher.more"), func() { l.unfold(l.acts.Hidden) })
		right.Add(top(l.more))
	}
	l.acts.Hide()
	l.form.Hide()
	l.object = container.NewVBox(
		container.NewBorder(nil, nil, left, right, widgets.NewLines(l.name, l.about, l.alert)),
		l.acts, l.form,
	)
	return l
}

// moreButton is a button with three dots, and a name for those who do not see
// them. Unlike the toolkit's it keeps the keys when they press it, so that they
// go on from there to what it unfolds.
type moreButton struct {
	widget.Button
	label string
}

func newMoreButton(label string, tapped func()) *moreButton {
	like := widgets.NewQuiet("", "more", tapped)
	b := &moreButton{label: label}
	b.Icon, b.Importance, b.OnTapped = like.Icon, like.Importance, like.OnTapped
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey presses the button.
func (b *moreButton) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		b.OnTapped()
	}
}

// AccessibilityLabel is what a screen reader says.
func (b *moreButton) AccessibilityLabel() string { return b.label }

// say changes the words.
func (l *line) say(name, about, alert string) {
	l.name.Set(name)
	l.about.Set(about)
	l.alert.Set(alert)
	l.about.Hidden, l.alert.Hidden = about == "", alert == ""
}

// unfold shows what else can be done, or hides it.
func (l *line) unfold(open bool) {
	l.acts.Hidden = !open
	l.object.Refresh()
	l.grown()
}

// ask shows a form below the line; nil takes it away.
func (l *line) ask(form fyne.CanvasObject) {
	l.form.Objects, l.form.Hidden = nil, form == nil
	if form != nil {
		l.form.Add(form)
	}
	l.object.Refresh()
	l.grown()
}

// top keeps something at its own height at the top of its room.
func top(o fyne.CanvasObject) fyne.CanvasObject { return container.NewVBox(o) }
