package instance

import (
	"fmt"
	"os"
	"testing"
)

func TestSecondProgramHandsOver(t *testing.T) {
	data := home(t)
	one := start(t, data, "one")
	one.expect(t, first)
	start(t, data, "two").expect(t, handedOver)
	one.expect(t, `"page":"two"`)
	one.end(t)
	start(t, data, "three").expect(t, first)
}

// TestManyStartAtOnce starts programs of which one must be the first, and gets
// what all others were started with.
func TestManyStartAtOnce(t *testing.T) {
	const many = 20
	data := home(t)
	var programs []*program
	for i := range many {
		programs = append(programs, start(t, data, fmt.Sprint("page-", i)))
	}
	var server *program
	told := map[string]bool{}
	for i, p := range programs {
		switch line := p.line(); {
		case line == first && server == nil:
			server = p
			told[fmt.Sprintf(`{"page":"page-%d"}`, i)] = true // it need not tell itself
		case line != handedOver:
			t.Errorf("program %d printed %q", i, line)
		}
	}
	if server == nil {
		t.Fatal("none was the first")
	}
	for range many - 1 {
		told[server.line()] = true
	}
	if len(told) != many {
		t.Errorf("%d of %d pages were told: %v", len(told), many, told)
	}
	server.end(t)
}

func TestKilledProgramLeavesNothingInTheWay(t *testing.T) {
	data := home(t)
	one := start(t, data, "one")
	one.expect(t, first)
	one.kill()
	two := start(t, data, "two")
	two.expect(t, first)
	start(t, data, "three").expect(t, handedOver)
	two.expect(t, `"page":"three"`)
}

func TestSomethingElseInPlaceOfTheSocket(t *testing.T) {
	data := home(t)
	p, err := placeOf(data)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(p.socket, []byte("garbage"), 0o600); err != nil {
		t.Fatal(err)
	}
	server := take(t, data)
	start(t, data, "two")
	if m := receive(t, server); m.Page != "two" {
		t.Errorf("received %+v", m)
	}
}
