package organisation

// Role is what a contact does for the company.
type Role string

// The two contacts every company names for those who work from home, and
// anybody else in an organisation file.
const (
	SecurityOfficer Role = "security"
	ITSupport       Role = "support"
	Other           Role = "other"
)

// Roles returns the roles that every company fills, in the order contacts are
// shown.
func Roles() []Role { return []Role{SecurityOfficer, ITSupport} }

// Contact is someone in the company, or hired by it, to turn to.
type Contact struct {
	Role Role `json:"role,omitempty"`
	// Task is what an Other contact is for, in the company's own words, at most
	// MaxName characters; empty for the other roles.
	Task string `json:"task,omitempty"`
	// Name is a person or a desk, at most MaxName characters.
	Name string `json:"name,omitempty"`
	// Phone is 3 to 15 digits, with spaces and a leading plus as written.
	Phone string `json:"phone,omitempty"`
	// Email is a bare address such as ola@firma.no.
	Email string `json:"email,omitempty"`
	// Hours says in the company's own words when the contact can be reached,
	// at most MaxHours characters.
	Hours string `json:"hours,omitempty"`
	// When says what to turn to the contact for, at most MaxWhen characters.
	When string `json:"when,omitempty"`
}

// Empty reports whether nothing has been entered about the contact.
func (c Contact) Empty() bool {
	c.Role = ""
	return c == Contact{}
}
