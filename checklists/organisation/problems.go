package organisation

import (
	"fmt"
	"strings"
)

// Problem is what is wrong in one place of an organisation. It does not repeat
// what was entered.
type Problem struct {
	// Path names the field as the file does, such as "name",
	// "contacts[2].phone", "routines.phishing.nb", "items[0].title.en" or
	// "stun[1]"; entries count from 0. Where a text lacks a language's wording
	// or a list is too long, the path is that of the text or list as a whole.
	Path string
	// Err is one of the errors that say what can be wrong with a field.
	Err error
}

func (p Problem) Error() string { return fmt.Sprintf("%s: %v", p.Path, p.Err) }
func (p Problem) Unwrap() error { return p.Err }

// Problems is everything that is wrong with an organisation, in the order of
// the file.
type Problems []Problem

// shownProblems is how many problems an error text names.
const shownProblems = 5

func (p Problems) Error() string {
	var texts []string
	for i, problem := range p {
		if i == shownProblems {
			texts = append(texts, fmt.Sprintf("and %d more", len(p)-i))
			break
		}
		texts = append(texts, problem.Error())
	}
	return strings.Join(texts, "; ")
}

// Unwrap lets errors.Is and errors.As look into each problem.
func (p Problems) Unwrap() []error {
	errs := make([]error, len(p))
	for i, problem := range p {
		errs[i] = problem
	}
	return errs
}

// For returns what is first wrong with a field, or nil.
func (p Problems) For(path string) error {
	for _, problem := range p {
		if problem.Path == path {
			return problem.Err
		}
	}
	return nil
}
