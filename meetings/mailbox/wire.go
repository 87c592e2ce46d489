package mailbox

import (
	"encoding/json"
	"fmt"
)

// Bounds on the identifiers that strangers choose, in bytes.
const (
	maxAppID     = 128
	maxSide      = 64
	maxPhase     = 64
	maxMailboxID = 128
	maxMood      = 32
	maxMessageID = 64
)

// maxClientFrame bounds what a client reads at once: the longest message in
// hex and the JSON around it.
const maxClientFrame = 2*(MaxMessage+sealOverhead) + 4<<10

// request is what a client sends. A nil field was not in the JSON.
type request struct {
	Type          string          `json:"type"`
	ID            json.RawMessage `json:"id,omitempty"` // any JSON, handed back
	AppID         *string         `json:"appid,omitempty"`
	Side          *string         `json:"side,omitempty"`
	ClientVersion []string        `json:"client_version,omitempty"`
	Nameplate     *string         `json:"nameplate,omitempty"`
	Mailbox       *string         `json:"mailbox,omitempty"`
	Mood          *string         `json:"mood,omitempty"`
	Phase         *string         `json:"phase,omitempty"`
	Body          *string         `json:"body,omitempty"` // hex
	Ping          json.RawMessage `json:"ping,omitempty"`
}

// response is what a server sends.
type response struct {
	Type       string          `json:"type"`
	ID         json.RawMessage `json:"id,omitempty"`
	Welcome    *welcome        `json:"welcome,omitempty"`
	Nameplates []struct{}      `json:"nameplates,omitzero"` // never any entries
	Nameplate  string          `json:"nameplate,omitempty"`
	Mailbox    string          `json:"mailbox,omitempty"`
	Side       string          `json:"side,omitempty"`
	Phase      string          `json:"phase,omitempty"`
	Body       *string         `json:"body,omitempty"` // hex
	Error      string          `json:"error,omitempty"`
	Orig       json.RawMessage `json:"orig,omitempty"`
	Pong       json.RawMessage `json:"pong,omitempty"`
	ServerRX   float64         `json:"server_rx,omitempty"` // Unix seconds
	ServerTX   float64         `json:"server_tx,omitempty"` // Unix seconds
}

// welcome is the first thing a server says. An error in it ends the exchange.
type welcome struct {
	Error string `json:"error,omitempty"`
}

// parseResponse reads what a server sent. Types it does not know are no error:
// the protocol grows that way.
func parseResponse(data []byte) (response, error) {
	var kind struct {
		Type string `json:"type"`
	}
	if err := json.Unmarshal(data, &kind); err != nil || kind.Type == "" {
		return response{}, fmt.Errorf("%w: the server sent no typed JSON object", ErrProtocol)
	}
	switch kind.Type {
	case "welcome", "allocated", "claimed", "released", "message", "closed", "error":
	default:
		return response{Type: kind.Type}, nil
	}
	var r response
	if err := json.Unmarshal(data, &r); err != nil {
		return response{}, fmt.Errorf("%w: malformed %q from the server", ErrProtocol, kind.Type)
	}
	return r, nil
}
