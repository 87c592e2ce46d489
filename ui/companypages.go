package ui

import (
	"fyne.io/fyne/v2"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/incident"
	"hjemmekontor/ui/company/editor"
	"hjemmekontor/ui/reports"

	companyui "hjemmekontor/ui/company"
	reportui "hjemmekontor/ui/report"
)

func (s *shell) companyScreen() fyne.CanvasObject {
	s.firm = companyui.New(s.texts, s.guide, companyui.Actions{
		OpenFile: s.chooseCompany, Fetch: s.fetchCompany, Remove: s.removeCompany,
		Edit: s.edit, Publish: s.publish,
		BackUpKey: s.backUpKey, ChooseBackUp: s.chooseKey, RestoreKey: s.restoreKey,
		OpenReports: func() { s.enter(reportsPage) }, OpenContacts: func() { s.open(Contacts) },
		OpenList: func(role checklists.Role) { s.open(pageOf(role)) },
		Open:     s.openAddress, Copy: s.copy, Focus: s.window.Canvas().Focus,
	})
	return s.firm.Object()
}

// companyModel is what the page about the company shows.
func (s *shell) companyModel() companyui.Model {
	m := companyui.Model{
		Held: s.company, Draft: s.draftNow(), Update: s.updated,
		Key: s.key.here, KeyKnown: s.key.known, Busy: s.busy > 0,
	}
	if s.company != nil {
		m.Update.Address = s.company.Organisation.Update
	}
	if m.Draft != nil {
		m.Changed = s.changed(*m.Draft)
		m.NotBackedUp = s.preferences.backedUp != m.Draft.ID
		if s.company != nil && s.company.Organisation.ID == m.Draft.ID {
			m.Published = s.company.Organisation.Version
		}
	}
	return m
}

func (s *shell) editorScreen() fyne.CanvasObject {
	known, err := incident.Load()
	if err != nil {
		return s.broken("loading the incidents", err)
	}
	s.editor = editor.New(s.texts, s.guide, known, editor.Actions{
		Change: s.saveDraft, Removed: s.offerUndo, Publish: s.publish,
		Open: s.openAddress, Copy: s.copy, Focus: s.window.Canvas().Focus,
	})
	return s.editor.Object()
}

// showEditor brings the editor up to date with the draft and what is wrong
// with it.
func (s *shell) showEditor() {
	draft := s.draftNow()
	if draft == nil || s.editor == nil {
		return
	}
	s.editor.Show(*draft, problemsOf(draft.Normalise().Validate()))
}

func (s *shell) reportScreen() fyne.CanvasObject {
	s.report = reportui.New(s.texts, s.preferences.name, reportui.Actions{
		SetName: func(name string) {
			s.preferences.name = name
			s.keep(keyName, name)
			s.show()
		},
		Save: s.saveReport,
	})
	return s.report.Object()
}

func (s *shell) reportsScreen() fyne.CanvasObject {
	s.reports = reports.New(s.texts, reports.Actions{
		ImportFiles: func() { s.askFiles(s.texts.Text("open.reports"), reportEnding, s.readReports) },
		ImportFolder: func() {
			s.askFolder(s.texts.Text("open.reports-folder"), func(path string) { s.readReports([]string{path}) })
		},
		Export: s.exportReports, Sort: s.sortReports,
		Remove: func(person string) { s.removeReports(person) }, RemoveAll: func() { s.removeReports() },
	})
	s.showReports()
	return s.reports.Object()
}
