package ui

import "hjemmekontor/ui/ask"

// askYes asks, in words, before something that the user may not want; then is
// called if the user presses yes.
func (s *shell) askYes(question, yes string, then func()) {
	ask.Show(s.window, s.texts, question, yes, then)
}
