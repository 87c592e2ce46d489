package ui

import (
	"errors"
	"log/slog"
	"net/http"
	"time"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"

	companyui "hjemmekontor/ui/company"
)

// newClient makes the client that organisation files are fetched with. Each
// fetch bounds its own time.
func newClient() *http.Client {
	return &http.Client{Transport: &http.Transport{
		Proxy: http.ProxyFromEnvironment, ForceAttemptHTTP2: true,
		TLSHandshakeTimeout: 10 * time.Second, MaxIdleConns: 2, IdleConnTimeout: 30 * time.Second,
		MaxResponseHeaderBytes: 64 << 10,
	}}
}

// lookForUpdate asks, quietly, whether there is a newer version of the
// company's file where the file itself says. Whatever comes of it, the one that
// is held stands until a newer one by the same key is on disk.
func (s *shell) lookForUpdate() {
	held := s.company
	if held == nil || held.Organisation.Update == "" {
		return
	}
	etag := s.preferences.etag
	s.background.Go(func() {
		data, fresh, err := organisation.FetchNewer(s.ctx, s.client, held.Organisation.Update, etag)
		var file *organisation.File
		if err == nil {
			if file, err = organisation.Parse(data); err == nil {
				err = organisation.Accept(held, file)
			}
		}
		s.do(func() { s.updateCame(file, fresh, err) })
	})
}

// updateCame takes a newer version over, or remembers why there is none.
func (s *shell) updateCame(file *organisation.File, etag string, err error) {
	s.updated = companyui.Update{Asked: time.Now()}
	switch {
	case s.company == nil: // taken away meanwhile
	case errors.Is(err, organisation.ErrUnchanged):
	case errors.Is(err, organisation.ErrSame):
		s.keepETag(etag)
	case err != nil:
		slog.Warn("looking for a newer organisation file", "error", err)
		s.updated.Problem = s.texts.Text(ProblemKey(err))
	default:
		asked := s.company.Organisation.Update
		s.takeCompany(file, func() {
			if file.Organisation.Update == asked {
				s.keepETag(etag)
			}
			s.toast.say(s.texts.Text("firm.updated", locales.Data{
				"Name": file.Organisation.Name, "Version": file.Organisation.Version,
			}))
		})
	}
	s.show()
}

func (s *shell) keepETag(etag string) {
	if etag != s.preferences.etag {
		s.preferences.etag = etag
		s.keep(keyETag, etag)
	}
}
