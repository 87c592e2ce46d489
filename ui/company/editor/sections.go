package editor

// The rows of the fields for longer texts.
const (
	noteRows  = 1
	whyRows   = 3
	stepsRows = 6
)

// newSections makes the sections in the order in which they are filled in.
func (s *Screen) newSections() []*section {
	k, t := s.kit(), s.texts
	name := newGroup(k, k.line("name", label{
		name: t.Text("company.editor.name"), help: t.Text("company.editor.name-help"), example: t.Text("company.editor.name-example"),
	}, &s.draft.Name))
	name.fresh = true
	vpn := newGroup(k, k.wording("vpn", label{
		name: t.Text("company.vpn"), help: t.Text("company.editor.vpn-field"), example: t.Text("company.editor.vpn-example"),
	}, stepsRows, &s.draft.VPN))
	sections := []*section{
		s.newSection(t.Text("company.editor.firm"), t.Text("company.editor.firm-help"), name),
		s.newSection(t.Text("company.editor.contacts"), t.Text("company.editor.contacts-help"), newList(k, s.contacts())),
		s.newSection(t.Text("company.editor.routines"), t.Text("company.editor.routines-help"), newRoutines(s, k)),
		s.newSection(t.Text("company.editor.tools"), t.Text("company.editor.tools-help"), newVerdicts(s, k), newList(k, s.programs())),
		s.newSection(t.Text("company.editor.items"), t.Text("company.editor.items-help"), newList(k, s.items())),
		s.newSection(t.Text("company.editor.vpn"), t.Text("company.editor.vpn-help"), vpn),
		s.newSection(t.Text("company.editor.rooms"), t.Text("company.editor.rooms-help"), newList(k, s.rooms())),
		s.newSection(t.Text("company.editor.servers"), t.Text("company.editor.servers-help"), s.servers(k)),
	}
	return sections
}

func (s *Screen) servers(k *kit) *group {
	t := s.texts
	return newGroup(k,
		k.line("update", label{
			name: t.Text("company.editor.update"), help: t.Text("company.editor.update-help"), example: t.Text("company.editor.update-example"),
		}, &s.draft.Update),
		k.line("server", label{
			name: t.Text("company.server"), help: t.Text("company.editor.server-help"), example: t.Text("company.editor.server-example"),
		}, &s.draft.Server),
		k.line("mailbox", label{
			name: t.Text("company.mailbox"), help: t.Text("company.editor.mailbox-help"), example: t.Text("company.editor.mailbox-example"),
		}, &s.draft.Mailbox),
		k.addresses("stun", label{
			name: t.Text("company.stun"), help: t.Text("company.editor.stun-help"), example: t.Text("company.editor.stun-example"),
		}, &s.draft.STUN),
		k.addresses("turn", label{
			name: t.Text("company.turn"), help: t.Text("company.editor.turn-help"), example: t.Text("company.editor.turn-example"),
		}, &s.draft.TURN),
	)
}
