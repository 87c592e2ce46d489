package contacts

import (
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"hjemmekontor/checklists/card"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// number shows a telephone number, large, with the ways to ring it: by the
// computer, by the clipboard, or by a code that a phone reads off the screen. A
// number that nothing can dial can still be copied. Whose it is stands close
// above it.
func number(texts *locales.Texts, whose []fyne.CanvasObject, phone, tel string, actions Actions) fyne.CanvasObject {
	whole := container.NewVBox(widgets.NewLines(append(whose, widgets.NewText(phone, widgets.Title))...))
	copied := widgets.NewSecondary(texts.Text("contacts.copy"), "copy", func() { actions.Copy(phone) })
	if tel == "" {
		whole.Add(widgets.NewFlow(copied))
		return whole
	}
	code := container.NewVBox()
	code.Hide()
	var toggle *widget.Button
	toggle = widgets.NewSecondary(texts.Text("contacts.code"), "code", func() {
		if len(code.Objects) == 0 {
			code.Objects = codeOf(texts, tel)
		}
		code.Hidden = !code.Hidden
		words := texts.Text("contacts.code")
		if code.Visible() {
			words = texts.Text("contacts.code-hide")
		}
		toggle.SetText(words)
		whole.Refresh()
	})
	whole.Add(widgets.NewFlow(
		widgets.NewPrimary(texts.Text("contacts.call"), "phone", func() { actions.Open(tel) }), copied, toggle))
	whole.Add(code)
	return whole
}

// codeSize is how large a code stands on the screen: large enough for any
// phone's camera.
const codeSize = 190

// codeOf draws the code that dials a number.
func codeOf(texts *locales.Texts, tel string) []fyne.CanvasObject {
	picture, err := card.QR(tel)
	if err != nil {
		slog.Error("drawing the code of a number", "error", err)
		return []fyne.CanvasObject{widgets.NewText(texts.Text("problem.unknown"), widgets.Problem)}
	}
	image := canvas.NewImageFromImage(picture)
	image.ScaleMode = canvas.ImageScalePixels
	image.FillMode = canvas.ImageFillContain
	image.SetMinSize(fyne.NewSquareSize(codeSize))
	return []fyne.CanvasObject{
		widgets.NewField(container.NewHBox(image)),
		widgets.NewText(texts.Text("contacts.code-how"), widgets.Muted),
	}
}
