package endtoend

import (
	"net/http"
	"testing"

	"hjemmekontor/locales"
	"hjemmekontor/ui"
)

// TestTheFileThatIsHeldStands asks a web server that does anything but hand out
// a newer file.
func TestTheFileThatIsHeldStands(t *testing.T) {
	for _, l := range locales.Languages() {
		t.Run(string(l), func(t *testing.T) {
			t.Parallel()
			server, d := newPublisher(t), newDesk(t, 1100, 720, l)
			server.trustedBy(t, d)
			mine, other := newSigner(t, firmOf(l)), newSigner(t, firmOf(l))
			mine.where = server.address()
			d.hold(t, mine.sign(t, 2))

			t.Run("while it is silent", func(t *testing.T) {
				d.seeThatItAnswers(t, server)
			})
			for name, answer := range map[string]struct {
				does http.HandlerFunc
				says string
			}{
				"error page":      {errorPage, "problem.company-not-one"},
				"out of order":    {failure, "problem.company-unreachable"},
				"another company": {serve(other.sign(t, 3)), "problem.company-other-key"},
				"older":           {serve(mine.sign(t, 1)), "problem.company-older"},
				"endless":         {endlessBytes, "problem.company-too-large"},
			} {
				t.Run(name, func(t *testing.T) {
					server.does(answer.does)
					p := d.start(t, "company.vpn", "--page", "company")
					defer p.Kill(t)
					d.scrollToEnd(t)
					d.seeSentence(t, answer.says)
					d.shot(t, "update-"+name)
					if got := d.version(t); got != 2 {
						t.Errorf("version %d is held", got)
					}
				})
			}
		})
	}
}

// seeThatItAnswers uses the window while the company's server keeps it waiting.
func (d *desk) seeThatItAnswers(t *testing.T, server *publisher) {
	t.Helper()
	server.does(noAnswer)
	p := d.start(t, "home.call")
	defer p.Kill(t)
	<-server.asked
	d.goTo(t, ui.Employee)
	d.see(t, "checklist.employee.title")
	d.ClickAt(t, besides(d.see(t, "item."+firstItems[0]+".title")))
	d.see(t, "checklist.done-on", locales.Data{"Date": d.texts.Date(today())})
	d.goTo(t, ui.Contacts)
	d.WaitFor(t, firmOf(d.texts.Language()).phone, patience)
}
