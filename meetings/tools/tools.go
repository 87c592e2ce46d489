// Package tools is the guide to the video meeting tools that small Norwegian
// businesses meet: what is known of each one's security, price and practical
// sides, where each fact comes from, how old it is and how sure.
//
//	guide, err := tools.Load()
//
// It is used in three ways. For choosing, a few questions lead to a ranking
// with the reasons for each place:
//
//	for _, question := range guide.Questions() {
//		answers[question.ID] = question.Answers[0].ID
//	}
//	places := guide.Rank(answers)
//
// For comparing, guide.Topics are the rows and guide.Tools the columns;
// guide.Differences leaves out the rows in which all say the same:
//
//	cell, ok := guide.Cell(tool.ID, topic.ID)
//
// For reading up, guide.Facts has what is known of a tool, tool.Practice the
// steps to a safe meeting for a role, and tool.Before what to check before its
// first launch.
//
// The facts lie in data/: one file per tool in data/tools, the subjects they
// are sorted under in data/topics.json and the questions in data/choose.json,
// all described by JSON schemas beside them. The package holds no wording:
// everything names the key of its text, and the texts lie in locales. A further
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

// Group is one of the three parts of the guide: those of the list that
// Advokatforeningen made and nettvett.no passed on.
type Group string

// The groups.
const (
	Security Group = "security"
	Price    Group = "price"
	// Other is not named "other": go-i18n takes a key of that name for a plural.
	Other Group = "information"
)

// Groups lists the groups in the order in which they are read.
func Groups() []Group { return []Group{Security, Price, Other} }

// Part is a part of a group that has a heading of its own, such as the privacy
// in security. A group that is not divided has none.
type Part string

// Tool is one meeting tool.
type Tool struct {
	ID      ID
	Name    string // the product's own name, the same in every language
	HomeURL string // the vendor's page, where prices and limits are checked

	Retired   bool      // the vendor has closed the service
	RetiredOn time.Time // the day it closed, midnight UTC; zero unless Retired

	Facts []Fact // in the order of the topics

	reasons  []Reason
	practice map[Role][]Step
	before   []Point
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
	Part     Part // "" in a group without parts
	Compared bool // a row of the side-by-side comparison
}

// Cell is what the comparison says of one tool on one topic, in a few words.
type Cell struct {
	Tool  ID
	Topic TopicID
	// Unknown says that no source was found. Such a cell has no value and no
	// evidence, and the screen says that it is not confirmed.
	Unknown bool
	// Value names a text that several cells share. Two cells of a topic say
	// the same only if they share one. It is "" for a cell with its own text.
	Value string
	Evidence
}

// Advice is a piece of advice that holds for every tool. For each tool in use
// it adds one line on how that tool behaves.
type Advice struct {
	ID    string
	Topic TopicID // the topic whose cells are the evidence for the lines
	Evidence
}
