package editor

import (
	"hjemmekontor/checklists/organisation"
)

// rooms is the meeting rooms with a link that stays.
func (s *Screen) rooms() kind[organisation.Room] {
	t := s.texts
	return kind[organisation.Room]{
		path: "rooms", most: organisation.MaxRooms,
		of:   func(o *organisation.Organisation) *[]organisation.Room { return &o.Rooms },
		none: t.Text("company.editor.no-rooms"), add: t.Text("company.editor.add-room"),
		full:  t.Count("company.editor.full", organisation.MaxRooms),
		blank: func([]organisation.Room) organisation.Room { return organisation.Room{} },
		title: func(r organisation.Room) string { return r.Name },
		fields: func(k *kit, r *organisation.Room) []*field {
			return shorter(
				k.line("name", label{name: t.Text("company.editor.room"), example: t.Text("company.editor.room-example")}, &r.Name),
				k.line("link", label{
					name: t.Text("company.editor.room-link"), help: t.Text("company.editor.room-link-help"), example: t.Text("company.editor.room-link-example"),
				}, &r.Link),
			)
		},
	}
}
