package ui

import (
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// noted is a notice as the key of its words, so that it can be written again in
// another language.
type noted struct {
	key  string
	data locales.Data
}

// notice shows a sentence above the page until the user has read it. A newer
// one takes its place.
func (s *shell) notice(key string, data ...locales.Data) {
	s.noted = &noted{key: key}
	if len(data) > 0 {
		s.noted.data = data[0]
	}
	s.showNotice()
}

func (s *shell) showNotice() {
	s.notices.RemoveAll()
	if s.noted != nil {
		s.notices.Add(widgets.NewNotice(s.texts.Text(s.noted.key, s.noted.data),
			widgets.NewSecondary(s.texts.Text("app.understood"), "", func() {
				s.noted = nil
				s.showNotice()
			})))
	}
	s.window.Content().Refresh()
}
