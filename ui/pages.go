package ui

import (
	"log/slog"
	"time"

	"fyne.io/fyne/v2"

	"hjemmekontor/checklists"
	"hjemmekontor/checklists/incident"
	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/meetings/launch"
	"hjemmekontor/meetings/tools"
	"hjemmekontor/ui/home"
	"hjemmekontor/ui/settings"
	"hjemmekontor/ui/widgets"

	checklistui "hjemmekontor/ui/checklist"
	contactsui "hjemmekontor/ui/contacts"
	guideui "hjemmekontor/ui/guide"
)

// screen builds a page and wires it.
func (s *shell) screen(page Page) fyne.CanvasObject {
	switch page {
	case Employee:
		return s.listScreen(checklists.Employee)
	case Employer:
		return s.listScreen(checklists.Employer)
	case Guide:
		return s.guideScreen()
	case Meetings:
		return s.meetingsScreen()
	case Contacts:
		return s.contactsScreen()
	case Company:
		return s.companyScreen()
	case editorPage:
		return s.editorScreen()
	case reportPage:
		return s.reportScreen()
	case reportsPage:
		return s.reportsScreen()
	case calendarsPage:
		return s.calendarsScreen()
	case secretsPage:
		return s.secretsScreen()
	case Settings:
		return s.settingsScreen()
	default:
		return s.homeScreen()
	}
}

func (s *shell) homeScreen() fyne.CanvasObject {
	s.home = home.New(s.texts, home.Actions{
		StartCall: s.startCall,
		JoinCall: func() {
			s.open(Meetings)
			s.meetings.AskForLink()
		},
		OpenList: func(role checklists.Role) { s.open(pageOf(role)) },
		OpenItem: func(role checklists.Role, itemID string) {
			s.open(pageOf(role))
			s.lists[role].Reveal(itemID)
		},
		ChooseRole: func(role checklists.Role) {
			s.preferences.role = role
			s.keep(keyRole, string(role))
			s.show()
		},
		OpenContacts: func() { s.open(Contacts) },
		OpenGuide:    func() { s.open(Guide) },
		Open:         s.openAddress,
		Copy:         s.copy,
		Agenda:       s.agendaActions(),
		Outcome:      s.afterOpening(),
	})
	return s.home.Object()
}

func pageOf(role checklists.Role) Page {
	if role == checklists.Employer {
		return Employer
	}
	return Employee
}

func roleOf(page Page) checklists.Role {
	if page == Employer {
		return checklists.Employer
	}
	return checklists.Employee
}

func (s *shell) listScreen(role checklists.Role) fyne.CanvasObject {
	screen := checklistui.New(s.texts, s.catalogue, role, s.companyName(), checklists.ThisSystem(), checklistui.Actions{
		SetState: s.setState, SetNote: s.setNote, OpenSource: s.openAddress,
		History: func(itemID string, show func([]checklists.Mark)) { s.history(role, itemID, show) },
		Report:  func() { s.openReport(role) },
		Focus:   s.window.Canvas().Focus,
	})
	s.lists[role] = screen
	return screen.Object()
}

func (s *shell) guideScreen() fyne.CanvasObject {
	s.guided = guideui.New(s.texts, s.guide, guideui.Actions{
		Open: s.openAddress, Focus: s.window.Canvas().Focus,
		NewMeeting: func(tool tools.ID) { s.newMeeting(string(tool)) },
		OwnCall:    func() { s.open(Meetings) },
	})
	return s.guided.Object()
}

// showGuide brings the tool guide up to date.
func (s *shell) showGuide(now time.Time) {
	m := guideui.Model{Company: s.companyName(), Verdicts: s.verdicts(), Startable: map[tools.ID]bool{}, Now: now}
	for _, tool := range s.guide.Tools() {
		m.Startable[tool.ID] = launch.CanBegin(string(tool.ID))
	}
	s.guided.Show(m)
}

func (s *shell) contactsScreen() fyne.CanvasObject {
	public, err := organisation.PublicContacts()
	if err != nil {
		return s.broken("loading the public contacts", err)
	}
	known, err := incident.Load()
	if err != nil {
		return s.broken("loading the incidents", err)
	}
	s.numbers = contactsui.New(s.texts, public, known, contactsui.Actions{
		Save: s.saveContact, Open: s.openAddress, Copy: s.copy, Focus: s.window.Canvas().Focus,
		StartDeadline: s.startDeadline, EndDeadline: s.endDeadline, Take: s.takeContacts,
	})
	return s.numbers.Object()
}

// showContacts brings the page with contacts up to date, if it could be built.
func (s *shell) showContacts(now time.Time) {
	if s.numbers == nil {
		return
	}
	m := contactsui.Model{Now: now, Own: s.contacts, Deadline: s.deadline()}
	if s.company != nil {
		m.Company = &s.company.Organisation
	}
	s.numbers.Show(m)
}

func (s *shell) settingsScreen() fyne.CanvasObject {
	p := &s.preferences
	remember := func(key string, value *string) func(string) {
		return func(chosen string) {
			*value = chosen
			s.keep(key, chosen)
		}
	}
	s.settings = settings.New(s.texts,
		settings.Values{Language: s.texts.Language(), Look: p.look, Name: p.name, Reminders: p.reminders, System: s.knownOfSystem()},
		settings.About{Version: Version, Folder: s.options.Data},
		settings.Actions{
			SetLanguage: func(l locales.Language) { s.setLanguage(l) },
			SetLook:     s.setLook,
			SetName:     remember(keyName, &p.name),
			SetCamera:   remember(keyCamera, &p.camera), SetMicrophone: remember(keyMicrophone, &p.microphone),
			SetSpeaker:   remember(keySpeaker, &p.speaker),
			OpenFolder:   s.openFolder,
			SetReminders: s.setReminders, BackUp: s.backUp, Restore: s.chooseBackup,
			System:      settings.SystemActions{SetOpens: s.setOpens, SetAtLogin: s.setAtLogin, SetStays: s.setStays},
			OpenSecrets: func() { s.enter(secretsPage) },
		})
	return s.settings.Object()
}

// broken stands in for a page whose data, which is part of the program, cannot
// be read.
func (s *shell) broken(doing string, err error) fyne.CanvasObject {
	slog.Error(doing, "error", err)
	return widgets.NewPage(widgets.NewNotice(s.texts.Text("problem.program")))
}
