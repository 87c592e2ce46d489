// Package tools is the guide to the video meeting tools that small Norwegian
// businesses meet: what is known of each one's security, privacy, price and
// practical sides, where each fact comes from, how old it is and how sure.
//
//	guide, err := tools.Load()
//	for _, topic := range guide.Topics() { // the rows of the comparison
//		for _, tool := range guide.Tools() { // its columns
//			cell, ok := guide.Cell(tool.ID, topic.ID)
//			...
//		}
//	}
//
// The facts lie in data/: one file per tool in data/tools and the subjects they
// are sorted under in data/topics.json, both described by JSON schemas beside
// them. The package holds no wording: every fact, cell, topic and tool names
// the key of its text, and the texts lie in locales/guide.*.toml. A further
// tool is a further file there and its texts; no code knows the tools by name.
package tools

import "time"

// ID names a tool, such as "zoom". It never changes, so it may be stored.
type ID string

// The tools that the guide began with.
const (
	Zoom  ID = "zoom"
	Teams ID = "teams"
	Meet  ID = "meet"
	Webex ID = "webex"
	Skype ID = "skype"
)

// Group is one of the four parts of the guide.
type Group string

// The groups, in the order in which they are read.
const (
	Security  Group = "security"
	Privacy   Group = "privacy"
	Price     Group = "price"
	Practical Group = "practical"
)

// Groups lists the groups in the order in which they are read.
func Groups() []Group { return []Group{Security, Privacy, Price, Practical} }

// Tool is one meeting tool.
type Tool struct {
	ID      ID
	Name    string // the product's own name, the same in every language
	HomeURL string // the vendor's page, where prices and limits are checked

	Retired   bool      // the vendor has closed the service
	RetiredOn time.Time // the day it closed, midnight UTC; zero unless Retired

	Facts []Fact // in the order of the topics
}

// Fact is one thing known of a tool. Its text is one or two plain sentences.
type Fact struct {
	ID    string // unique in the guide, begins with the tool's ID
	Tool  ID
	Group Group // the group of its topic
	Topic TopicID
	Evidence
}

// TopicID names a topic.
type TopicID string

// Topic is a subject that facts are sorted under.
type Topic struct {
	ID       TopicID
	Group    Group
	Compared bool // a row of the side-by-side comparison
}

// Cell is what the comparison says of one tool on one topic, in a few words.
type Cell struct {
	Tool  ID
	Topic TopicID
	// Unknown says that no source was found. Such a cell has no value and no
	// evidence, and the screen says that it is not confirmed.
	Unknown bool
	Evidence
}

// Advice is a piece of advice that holds for every tool. For each tool in use
// it adds one line on how that tool behaves.
type Advice struct {
	ID    string
	Topic TopicID // the topic whose cells are the evidence for the lines
	Evidence
}
