package checklists

// Certainty says how well a fact is supported by its source.
type Certainty string

// High is the authority's own page or two independent sources that agree,
// Medium one decent secondary source, Low a single weak one.
const (
	High   Certainty = "H"
	Medium Certainty = "M"
	Low    Certainty = "L"
)

// Source is a published page that one or more items rest on.
type Source struct {
	// ID is the key by which items cite the source.
	ID string
	// Title is the page's own title, in the page's own language.
	Title string
	// Publisher is who stands behind the page.
	Publisher string
	// URL is the https address of the page, or empty where there is none to
	// send a reader to: show such a source without a link.
	URL string
	// Date is when the page was published or the rule on it came into force, as
	// YYYY, YYYY-MM or YYYY-MM-DD, or empty where that is not known.
	Date      string
	Certainty Certainty
	// Secondary is true where the page passes on another body's advice; that
	// body is Original.
	Secondary bool
	Original  string
}

// Label returns the name to show for the source: who published it and what
// the page is called.
func (s Source) Label() string {
	if s.Publisher == "" {
		return s.Title
	}
	return s.Publisher + ": " + s.Title
}

// Citation ties an item to a source.
type Citation struct {
	Source Source
	// Checked is false where the source is known to cover the topic but the
	// exact point was not seen in the text that was read.
	Checked bool
}
