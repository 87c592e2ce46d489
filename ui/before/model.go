package before

// Point is something worth checking before a meeting in a tool.
type Point struct {
	Text string
	// Source is the address of the page that says so, and SourceTitle its name;
	// both are "" for a point without one.
	Source, SourceTitle string
}

// Model is what the sheet shows.
type Model struct {
	Tool   string  // the tool's name
	Points []Point // the most important first; a few
	// Company is whose verdict Unapproved is; Note is the company's own words
	// on it, or "".
	Company    string
	Unapproved bool
	Note       string
}

// Actions is what the sheet asks the shell to do.
type Actions struct {
	// Open goes on; again tells whether the sheet is to be shown before the next
	// launch of the tool too. It is called at most once.
	Open func(again bool)
	// Cancelled, if set, is called when the user thinks better of it.
	Cancelled func()
	// Source opens the page that a point comes from.
	Source func(url string)
}
