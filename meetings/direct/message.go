package direct

import (
	"encoding/json"
	"errors"
	"fmt"

	"hjemmekontor/meetings/call"
)

// protocolVersion is the version of the messages; sides of different major
// versions do not talk.
const protocolVersion = 1

// Bounds on what the other side may send.
const (
	maxMessage    = 48 << 10 // bytes of one message
	maxMessages   = 256      // messages in one call through the mailbox
	maxSDP        = 32 << 10 // bytes
	maxCandidate  = 512      // bytes
	maxCandidates = 64
	maxControl    = 4 << 10 // bytes of one message on the data channel
)

// messageType is what a message is about.
type messageType string

const (
	// typeHello is the guest's first message: name, offer, media.
	typeHello messageType = "hello"
	// typeAdmit lets the guest in: name, answer, media.
	typeAdmit messageType = "admit"
	// typeRefuse does not.
	typeRefuse messageType = "refuse"
	// typeCandidate is one ICE candidate.
	typeCandidate messageType = "candidate"
	// typeMedia says which devices are on.
	typeMedia messageType = "media"
	// typeBye ends the call, for a reason that both sides are to know.
	typeBye messageType = "bye"
)

// message is what the two sides tell each other, as JSON: through the mailbox,
// and once connected through a data channel. Fields that a type does not use
// are left out.
type message struct {
	Type      messageType   `json:"type"`
	Version   int           `json:"version,omitempty"`
	Name      string        `json:"name,omitempty"`
	SDP       string        `json:"sdp,omitempty"`
	Media     *mediaMessage `json:"media,omitempty"`
	Candidate *candidate    `json:"candidate,omitempty"`
	Reason    byeReason     `json:"reason,omitempty"`
}

// byeReason is why a side ends the call; "" because its user wants to.
type byeReason string

const (
	byeNoRoute     byeReason = "no-route"
	byeLostContact byeReason = "lost-contact"
)

// mediaMessage is a call.MediaState on the wire.
type mediaMessage struct {
	Camera     bool `json:"camera"`
	Microphone bool `json:"microphone"`
}

// candidate is an ICE candidate as browsers write it.
type candidate struct {
	Candidate     string  `json:"candidate"`
	SDPMid        *string `json:"sdpMid,omitempty"`
	SDPMLineIndex *uint16 `json:"sdpMLineIndex,omitempty"`
}

// errProtocol says that the other side sent what it must not.
var errProtocol = errors.New("the other side does not keep to the protocol")

// parseMessage reads a message and checks its bounds. Unknown types and fields
// pass, so that later versions can have more of them.
func parseMessage(raw []byte) (message, error) {
	if len(raw) > maxMessage {
		return message{}, fmt.Errorf("message of %d bytes: %w", len(raw), errProtocol)
	}
	var m message
	if err := json.Unmarshal(raw, &m); err != nil {
		return message{}, fmt.Errorf("message that is not JSON: %w", errProtocol)
	}
	if len(m.SDP) > maxSDP {
		return message{}, fmt.Errorf("session description of %d bytes: %w", len(m.SDP), errProtocol)
	}
	switch m.Type {
	case typeHello, typeAdmit:
		if m.Version != protocolVersion {
			return message{}, fmt.Errorf("version %d, not %d: %w", m.Version, protocolVersion, errProtocol)
		}
		if err := checkSDP(m.SDP); err != nil {
			return message{}, err
		}
	case typeCandidate:
		if m.Candidate == nil {
			return message{}, fmt.Errorf("candidate message without one: %w", errProtocol)
		}
	}
	return m, nil
}

// encode returns the message as JSON.
func (m message) encode() []byte {
	raw, err := json.Marshal(m)
	if err != nil {
		panic(err) // strings, numbers and booleans always encode
	}
	return raw
}

// mediaState returns what the message says is on.
func (m message) mediaState() (call.MediaState, bool) {
	if m.Media == nil {
		return call.MediaState{}, false
	}
	return call.MediaState{Camera: m.Media.Camera, Microphone: m.Media.Microphone}, true
}

func mediaOf(s call.MediaState) *mediaMessage {
	return &mediaMessage{Camera: s.Camera, Microphone: s.Microphone}
}
