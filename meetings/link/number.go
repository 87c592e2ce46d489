package link

import (
	"strconv"
	"strings"
)

// group puts spaces into a meeting id where people pause. A service that has
// no numbers keeps its ids as they are.
func (s *service) group(id string) string {
	if len(s.Grouping) == 0 || id == "" {
		return id
	}
	sizes := s.sizes(len(id))
	var groups []string
	for i := 0; id != ""; i++ {
		size := min(sizes[min(i, len(sizes)-1)], len(id))
		groups = append(groups, id[:size])
		id = id[size:]
	}
	return strings.Join(groups, " ")
}

// sizes returns the grouping that adds up to the length, or else the last one,
// of which the last group repeats.
func (s *service) sizes(length int) []int {
	var sizes []int
	for _, grouping := range s.Grouping {
		sizes = sizes[:0]
		sum := 0
		for part := range strings.SplitSeq(grouping, "-") {
			size, err := strconv.Atoi(part)
			if err != nil || size < 1 {
				size = length
			}
			sizes = append(sizes, size)
			sum += size
		}
		if sum == length {
			return sizes
		}
	}
	return sizes
}

// digits leaves the digits of a number as people write it.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || '9' < r {
			return -1
		}
		return r
	}, s)
}
