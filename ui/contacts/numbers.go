package contacts

import (
	"slices"

	"fyne.io/fyne/v2"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
	"hjemmekontor/ui/widgets"
)

// numbers is whom to ring: the company's contacts, and the user's own where the
// company has named nobody.
type numbers struct {
	texts   *locales.Texts
	actions Actions
	own     map[organisation.Role]*ownCard

	company string // the name of the company
	handed  []organisation.Contact
	cards   []fyne.CanvasObject // one for each that the company has handed out
	object  *fyne.Container
}

func newNumbers(texts *locales.Texts, actions Actions) *numbers {
	n := &numbers{
		texts: texts, actions: actions, own: map[organisation.Role]*ownCard{},
		object: widgets.NewColumns(330, 2),
	}
	for _, role := range organisation.Roles() {
		n.own[role] = newOwnCard(texts, role, actions, n.arrange)
	}
	n.arrange()
	return n
}

// show brings every card up to date.
func (n *numbers) show(own []organisation.Contact, company *organisation.Organisation) {
	for role, card := range n.own {
		card.show(of(role, own))
	}
	var name string
	var handed []organisation.Contact
	if company != nil {
		name, handed = company.Name, company.Contacts
	}
	if name == n.company && slices.Equal(handed, n.handed) {
		n.arrange()
		return
	}
	n.company, n.handed, n.cards = name, slices.Clone(handed), nil
	for _, contact := range handed {
		n.cards = append(n.cards, companyCard(n.texts, contact, name, n.actions))
	}
	n.arrange()
}

// of finds the contact with a role, an empty one if there is none.
func of(role organisation.Role, contacts []organisation.Contact) organisation.Contact {
	for _, c := range contacts {
		if c.Role == role {
			return c
		}
	}
	return organisation.Contact{Role: role}
}

// arrange puts the company's contacts first, and asks for one's own only where
// the company has named nobody.
func (n *numbers) arrange() {
	var cards []fyne.CanvasObject
	for _, role := range organisation.Roles() {
		handed := n.handedOut(role)
		cards = append(cards, handed...)
		if own, made := n.own[role]; made && (len(handed) == 0 || own.editing || !own.contact.Empty()) {
			cards = append(cards, own.object)
		}
	}
	cards = append(cards, n.handedOut(organisation.Other)...)
	if !slices.Equal(cards, n.object.Objects) {
		n.object.Objects = cards
		n.object.Refresh()
	}
}

func (n *numbers) handedOut(role organisation.Role) []fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for i, contact := range n.handed {
		if contact.Role == role {
			cards = append(cards, n.cards[i])
		}
	}
	return cards
}

// reachable lists whom an employee can ring at once: for each role the
// company's first, else the user's own.
func (n *numbers) reachable() []organisation.Contact {
	var reachable []organisation.Contact
	for _, role := range organisation.Roles() {
		contact := of(role, n.handed)
		if contact.Phone == "" {
			contact = n.own[role].contact
		}
		if contact.Phone != "" {
			reachable = append(reachable, contact)
		}
	}
	return reachable
}
