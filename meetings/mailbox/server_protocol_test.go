package mailbox

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/coder/websocket"
)

func TestServerRefusals(t *testing.T) {
	long := strings.Repeat("x", 200)
	bind := `{"type":"bind","appid":"a","side":"s"}`
	tests := []struct {
		name   string
		before []string // requests that are granted
		frame  string
		want   string
	}{
		{"not JSON", nil, `hei`, "malformed request"},
		{"not an object", nil, `[1]`, "malformed request"},
		{"wrong type of type", nil, `{"type":1}`, "malformed request"},
		{"no type", nil, `{}`, "missing 'type'"},
		{"long id", nil, `{"type":"ping","ping":1,"id":"` + long + `"}`, "malformed request"},
		{"ping of nothing", nil, `{"type":"ping"}`, "ping requires a short 'ping'"},
		{"ping of much", nil, `{"type":"ping","ping":"` + long + `"}`, "ping requires a short 'ping'"},
		{"not bound", nil, `{"type":"list"}`, "must bind first"},
		{"bound without appid", nil, `{"type":"bind","side":"s"}`, "bind requires 'appid'"},
		{"bound without side", nil, `{"type":"bind","appid":"a"}`, "bind requires 'side'"},
		{"bound with a long side", nil, `{"type":"bind","appid":"a","side":"` + long + `"}`, "bind requires 'side'"},
		{"bound twice", []string{bind}, bind, "already bound"},
		{"unknown", []string{bind}, `{"type":"steal"}`, "unknown type"},
		{"claim of nothing", []string{bind}, `{"type":"claim"}`, "claim requires a numeric 'nameplate'"},
		{"claim of a word", []string{bind}, `{"type":"claim","nameplate":"x"}`, "claim requires a numeric 'nameplate'"},
		{"claimed twice", []string{bind, `{"type":"claim","nameplate":"1"}`}, `{"type":"claim","nameplate":"2"}`, "only one claim per connection"},
		{"allocated twice", []string{bind, `{"type":"allocate"}`}, `{"type":"allocate"}`, "you already allocated one, don't be greedy"},
		{"release of nothing", []string{bind}, `{"type":"release"}`, "release without nameplate must follow claim"},
		{"release of another", []string{bind, `{"type":"claim","nameplate":"1"}`}, `{"type":"release","nameplate":"2"}`, "release and claim must use same nameplate"},
		{"released twice", []string{bind, `{"type":"release","nameplate":"1"}`}, `{"type":"release","nameplate":"1"}`, "only one release per connection"},
		{"open of nothing", []string{bind}, `{"type":"open"}`, "open requires 'mailbox'"},
		{"open of a long name", []string{bind}, `{"type":"open","mailbox":"` + long + `"}`, "open requires 'mailbox'"},
		{"opened twice", []string{bind, `{"type":"open","mailbox":"m"}`, `{"type":"ping","ping":1}`}, `{"type":"open","mailbox":"m"}`, "only one open per connection"},
		{"add without open", []string{bind}, `{"type":"add","phase":"p","body":""}`, "must open mailbox before adding"},
		{"close of nothing", []string{bind}, `{"type":"close"}`, "close without mailbox must follow open"},
		{"closed twice", []string{bind, `{"type":"close","mailbox":"m"}`}, `{"type":"close","mailbox":"m"}`, "only one close per connection"},
	}
	url := serve(t, Limits{})
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := dialRaw(t, url)
			for _, frame := range test.before {
				c.send(frame)
				if !strings.Contains(frame, `"bind"`) && !strings.Contains(frame, `"open"`) {
					if got, err := c.next(); err != nil || got.Type == "error" {
						t.Fatalf("%s: %+v, %v", frame, got, err)
					}
				}
			}
			c.refused(test.frame, test.want)
		})
	}
}

func TestServerRefusesAdditions(t *testing.T) {
	c := dialRaw(t, serve(t, Limits{}))
	c.bind("side")
	c.send(`{"type":"open","mailbox":"box"}`)
	c.refused(`{"type":"add","body":"00"}`, "missing 'phase'")
	c.refused(`{"type":"add","phase":"p"}`, "missing 'body', in hex")
	c.refused(`{"type":"add","phase":"p","body":"0"}`, "missing 'body', in hex")
	c.refused(`{"type":"add","phase":"p","body":"<>"}`, "missing 'body', in hex")
	c.refused(`{"type":"close","mailbox":"other"}`, "open and close must use same mailbox")
}

func TestListIsAlwaysEmpty(t *testing.T) {
	url := serve(t, Limits{})
	create(t, Config{URL: url})
	conn, _, err := websocket.Dial(testContext(t), url, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.CloseNow()
	for _, frame := range []string{`{"type":"bind","appid":"` + AppID + `","side":"s"}`, `{"type":"list"}`} {
		if err := conn.Write(testContext(t), websocket.MessageText, []byte(frame)); err != nil {
			t.Fatal(err)
		}
	}
	for {
		_, data, err := conn.Read(testContext(t))
		if err != nil {
			t.Fatal(err)
		}
		var got map[string]json.RawMessage
		if err := json.Unmarshal(data, &got); err != nil {
			t.Fatal(err)
		}
		if string(got["type"]) == `"nameplates"` {
			if string(got["nameplates"]) != "[]" {
				t.Errorf("listed %s", got["nameplates"])
			}
			return
		}
	}
}

func TestReclaimIsRefused(t *testing.T) {
	url := serve(t, Limits{})
	other := dialRaw(t, url)
	other.bind("other")
	other.send(`{"type":"claim","nameplate":"5"}`)
	other.expect("claimed")
	first := dialRaw(t, url)
	first.bind("side")
	first.send(`{"type":"claim","nameplate":"5"}`)
	first.expect("claimed")
	first.send(`{"type":"release"}`)
	first.expect("released")
	again := dialRaw(t, url)
	again.bind("side")
	again.refused(`{"type":"claim","nameplate":"5"}`, "reclaimed")
	third := dialRaw(t, url)
	third.bind("third")
	third.refused(`{"type":"claim","nameplate":"5"}`, "crowded")
}

func TestThirdSideCannotOpen(t *testing.T) {
	url := serve(t, Limits{})
	for _, side := range []string{"one", "two"} {
		c := dialRaw(t, url)
		c.bind(side)
		c.send(`{"type":"open","mailbox":"box"}`)
		c.send(`{"type":"add","phase":"` + side + `","body":"00"}`)
		for c.expect("message").Phase != side {
		}
	}
	third := dialRaw(t, url)
	third.bind("three")
	third.refused(`{"type":"open","mailbox":"box"}`, "crowded")
	third.refused(`{"type":"add","phase":"p","body":"00"}`, "must open mailbox before adding")
}

// TestNewConnectionReplacesOld: a side that reconnects gets everything again,
// and its old connection, surely dead, is hung up on.
func TestNewConnectionReplacesOld(t *testing.T) {
	url := serve(t, Limits{})
	old := dialRaw(t, url)
	old.bind("side")
	old.send(`{"type":"open","mailbox":"box"}`)
	old.send(`{"type":"add","phase":"pake","body":"00ff","id":"ab12"}`)
	first := old.expect("message")
	fresh := dialRaw(t, url)
	fresh.bind("side")
	fresh.send(`{"type":"open","mailbox":"box"}`)
	again := fresh.expect("message")
	if *again.Body != "00ff" || again.Phase != "pake" || again.Side != "side" || string(again.ID) != `"ab12"` || again.ServerRX != first.ServerRX {
		t.Errorf("first %+v, then %+v", first, again)
	}
	old.hungUp()
}

func TestServerIsNotForOthers(t *testing.T) {
	server := NewServer(Limits{})
	defer server.Close()
	web := httptest.NewServer(server)
	defer web.Close()
	tests := map[string]struct {
		path   string
		header http.Header
		status int
	}{
		"another path":   {"/", nil, http.StatusNotFound},
		"no websocket":   {Path, nil, http.StatusUpgradeRequired},
		"a web page":     {Path, http.Header{"Origin": {"http://evil.example"}}, http.StatusForbidden},
		"a rebound page": {Path, http.Header{"Origin": {web.URL}}, http.StatusForbidden},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			req, err := http.NewRequestWithContext(testContext(t), http.MethodGet, web.URL+test.path, nil)
			if err != nil {
				t.Fatal(err)
			}
			req.Header = test.header
			resp, err := web.Client().Do(req)
			if err != nil {
				t.Fatal(err)
			}
			resp.Body.Close()
			if resp.StatusCode != test.status {
				t.Errorf("status %d, want %d", resp.StatusCode, test.status)
			}
		})
	}
}

func TestClosedServerEndsAndRefuses(t *testing.T) {
	server := NewServer(Limits{})
	web := httptest.NewServer(server)
	defer web.Close()
	c := dialRaw(t, wsURL(web))
	if err := server.Close(); err != nil {
		t.Fatal(err)
	}
	c.hungUp()
	if _, resp, err := websocket.Dial(testContext(t), wsURL(web), nil); err == nil || resp.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("dialled a closed server: %+v, %v", resp, err)
	}
}
