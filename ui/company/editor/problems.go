package editor

import (
	"errors"
	"slices"
	"strings"

	"hjemmekontor/checklists/organisation"
	"hjemmekontor/locales"
)

// problems is what is wrong with an organisation, or with a part of it; paths
// are then those below the part.
type problems []problem

type problem struct {
	path string
	err  error
}

func readProblems(wrong organisation.Problems) problems {
	var ps problems
	for _, p := range wrong {
		ps = append(ps, problem{p.Path, p.Err})
	}
	return ps
}

// problemsOf finds out what is wrong with an organisation, as it would be
// handed out.
func problemsOf(o organisation.Organisation) problems {
	var wrong organisation.Problems
	if errors.As(o.Normalise().Validate(), &wrong) {
		return readProblems(wrong)
	}
	return nil
}

// equal tells whether the same is wrong in the same places.
func (ps problems) equal(others problems) bool {
	return slices.EqualFunc(ps, others, func(a, b problem) bool {
		return a.path == b.path && a.err.Error() == b.err.Error()
	})
}

// below gives those of a part, by their paths in it.
func (ps problems) below(path string) problems {
	var own problems
	for _, p := range ps {
		if rest, ok := strings.CutPrefix(p.path, path); ok && (rest == "" || rest[0] == '.' || rest[0] == '[') {
			own = append(own, problem{strings.TrimPrefix(rest, "."), p.err})
		}
	}
	return own
}

// withoutMissing leaves out what has only not been filled in yet.
func (ps problems) withoutMissing() problems {
	var rest problems
	for _, p := range ps {
		if !errors.Is(p.err, organisation.ErrEmpty) && !errors.Is(p.err, organisation.ErrUnreached) {
			rest = append(rest, p)
		}
	}
	return rest
}

// words says what is wrong and what to do; example is what would be right, ""
// for none.
func (k *kit) words(p problem, example string) string {
	for _, known := range []struct {
		err error
		key string
	}{
		{organisation.ErrEmpty, "company.problem.empty"},
		{organisation.ErrTooLong, "company.problem.too-long"},
		{organisation.ErrBadCharacter, "company.problem.character"},
		{organisation.ErrDuplicate, "company.problem.duplicate"},
		{organisation.ErrTooMany, "company.problem.too-many"},
		{organisation.ErrTooFewDigits, "company.problem.phone"},
		{organisation.ErrTooManyDigits, "company.problem.phone"},
		{organisation.ErrMalformedEmail, "company.problem.email"},
		{organisation.ErrUnreached, "company.problem.unreached"},
		{organisation.ErrMalformedAddress, "company.problem.address"},
		{organisation.ErrWrongScheme, "company.problem.address"},
		{organisation.ErrCredentials, "company.problem.credentials"},
	} {
		if errors.Is(p.err, known.err) {
			return k.texts.Text(closer(known.key, p.path, example), locales.Data{"Example": example})
		}
	}
	return k.texts.Text("company.problem.unknown")
}

// closer gives words that fit better where the field, or what it could hold, is
// known.
func closer(key, path, example string) string {
	switch {
	case key == "company.problem.character" && path == string(organisation.FieldPhone):
		return "company.problem.phone"
	case key == "company.problem.character" && path == string(organisation.FieldEmail):
		return "company.problem.email"
	case key == "company.problem.address" && example != "":
		return "company.problem.address-like"
	}
	return key
}
