package call

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"

	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// panel is the light part beside the stage: what the user is to do before and
// after they talk.
type panel struct {
	texts   *locales.Texts
	actions Actions
	body    *fyne.Container
	object  *fyne.Container
}

func newPanel(texts *locales.Texts, actions Actions) *panel {
	p := &panel{texts: texts, actions: actions, body: container.NewVBox()}
	p.object = container.New(&panelLayout{},
		widgets.NewGround(fynetheme.ColorNameBackground), container.NewVScroll(container.NewPadded(p.body)))
	p.object.Hide()
	return p
}

func (p *panel) set(objects ...fyne.CanvasObject) {
	p.body.Objects = objects
	p.object.Show()
	p.object.Refresh()
}

func (p *panel) hide() { p.object.Hide() }

// prepare asks the user to look at themselves first.
func (p *panel) prepare(join func()) {
	p.set(
		widgets.NewText(p.texts.Text("call.prepare"), widgets.Subtitle),
		widgets.NewText(p.texts.Text("call.prepare-how"), widgets.Body),
		widgets.NewFlow(widgets.NewPrimary(p.texts.Text("call.join-now"), "camera", join)),
	)
}

// invite shows what to give to the other side.
func (p *panel) invite(link string) {
	copied := widgets.NewText("", widgets.Caption)
	copied.Hide()
	p.set(
		widgets.NewText(p.texts.Text("call.invite"), widgets.Subtitle),
		widgets.NewText(p.texts.Text("call.invite-how"), widgets.Body),
		widgets.NewCard(container.NewVBox(
			widgets.NewLines(widgets.NewText(p.texts.Text("call.link"), widgets.Caption), widgets.NewText(link, widgets.Body)),
		)),
		widgets.NewFlow(widgets.NewPrimary(p.texts.Text("call.copy-link"), "copy", func() {
			p.actions.Copy(link)
			copied.Set(p.texts.Text("call.copied"))
			copied.Show()
			p.object.Refresh()
		})),
		copied,
		widgets.NewText(p.texts.Text("call.invite-once"), widgets.Muted),
		widgets.NewText(p.texts.Text("call.prepare-devices"), widgets.Muted),
	)
}

// wait says what is going on.
func (p *panel) wait(words string) {
	p.set(widgets.NewText(words, widgets.Subtitle), widgets.NewText(p.texts.Text("call.prepare-devices"), widgets.Muted))
}

// admit asks whether somebody may come in.
func (p *panel) admit(name string, answer func(bool)) {
	if name == "" {
		name = p.texts.Text("call.somebody")
	}
	p.set(
		widgets.NewText(p.texts.Text("call.knocking"), widgets.Subtitle),
		widgets.NewCard(widgets.NewText(name, widgets.Display)),
		widgets.NewText(p.texts.Text("call.knocking-how"), widgets.Body),
		widgets.NewFlow(
			widgets.NewPrimary(p.texts.Text("call.admit"), "check", func() { answer(true) }),
			widgets.NewSecondary(p.texts.Text("call.refuse"), "close", func() { answer(false) }),
		),
	)
}

// end offers what can be done after the call; the stage says how it ended.
func (p *panel) end(again func()) {
	objects := []fyne.CanvasObject{widgets.NewText(p.texts.Text("call.over"), widgets.Subtitle)}
	if again != nil {
		objects = append(objects, widgets.NewFlow(widgets.NewPrimary(p.texts.Text("call.again"), "camera", again)))
	}
	p.set(objects...)
}

// panelLayout gives the panel a width that grows with its text, and the whole
// height.
type panelLayout struct{}

func (panelLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	const normalText = 15
	return fyne.NewSize(300*min(fynetheme.Size(fynetheme.SizeNameText)/normalText, 1.5), 100)
}

func (panelLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
		o.Move(fyne.NewPos(0, 0))
	}
}
