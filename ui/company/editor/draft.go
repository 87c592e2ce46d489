package editor

import (
	"maps"
	"reflect"
	"slices"
	"time"

	"hjemmekontor/checklists/organisation"
)

// clone copies an organisation, so that neither copy changes with the other.
func clone(o organisation.Organisation) organisation.Organisation {
	o.Contacts, o.Items, o.Rooms = slices.Clone(o.Contacts), slices.Clone(o.Items), slices.Clone(o.Rooms)
	o.Tools, o.Programs = slices.Clone(o.Tools), slices.Clone(o.Programs)
	o.STUN, o.TURN = slices.Clone(o.STUN), slices.Clone(o.TURN)
	o.Routines = maps.Clone(o.Routines)
	return o
}

// same tells whether two organisations hold the same. Which file they were read
// from does not matter, nor does how nothing is written.
func same(a, b organisation.Organisation) bool {
	return reflect.DeepEqual(bare(a), bare(b))
}

// bare is an organisation without what tells one of its files from another.
func bare(o organisation.Organisation) organisation.Organisation {
	o.ID, o.Version, o.Made = "", 0, time.Time{}
	o.Contacts, o.Items, o.Rooms = orNil(o.Contacts), orNil(o.Items), orNil(o.Rooms)
	o.Tools, o.Programs = orNil(o.Tools), orNil(o.Programs)
	o.STUN, o.TURN = orNil(o.STUN), orNil(o.TURN)
	if len(o.Routines) == 0 {
		o.Routines = nil
	}
	return o
}

func orNil[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
}
