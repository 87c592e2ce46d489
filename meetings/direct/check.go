package direct

import (
	"fmt"
	"net/netip"
	"strings"

	"github.com/pion/ice/v4"
	"github.com/pion/sdp/v3"
)

// checkSDP refuses a session description that is not one of a call of ours:
// one audio, one video and one data section, a fingerprint of the DTLS
// certificate, and candidates within bounds.
func checkSDP(text string) error {
	if len(text) == 0 || len(text) > maxSDP {
		return fmt.Errorf("session description of %d bytes: %w", len(text), errProtocol)
	}
	var description sdp.SessionDescription
	if err := description.UnmarshalString(text); err != nil {
		return fmt.Errorf("session description does not parse: %w", errProtocol)
	}
	_, fingerprint := description.Attribute("fingerprint")
	sections := map[string]int{}
	candidates := 0
	for _, m := range description.MediaDescriptions {
		sections[m.MediaName.Media]++
		for _, a := range m.Attributes {
			switch a.Key {
			case "fingerprint":
				fingerprint = true
			case "candidate":
				candidates++
				if err := checkCandidate(a.Value); err != nil {
					return err
				}
			}
		}
	}
	switch {
	case len(description.MediaDescriptions) != 3, sections["audio"] != 1, sections["video"] != 1, sections["application"] != 1:
		return fmt.Errorf("session description with %d sections: %w", len(description.MediaDescriptions), errProtocol)
	case !fingerprint:
		return fmt.Errorf("session description without fingerprint: %w", errProtocol)
	case candidates > maxCandidates:
		return fmt.Errorf("session description with %d candidates: %w", candidates, errProtocol)
	}
	return nil
}

// checkCandidate refuses a candidate that is not a UDP port of one machine,
// given by its address. Names are refused, so that nobody can make this side
// look something up.
func checkCandidate(text string) error {
	if len(text) > maxCandidate {
		return fmt.Errorf("candidate of %d bytes: %w", len(text), errProtocol)
	}
	// The address is checked in the text, before a parser could resolve it.
	fields := strings.Fields(text)
	if len(fields) < 8 {
		return fmt.Errorf("candidate of %d fields: %w", len(fields), errProtocol)
	}
	ip, err := netip.ParseAddr(fields[4])
	if err != nil || ip.IsUnspecified() || ip.IsMulticast() || ip.Zone() != "" {
		return fmt.Errorf("candidate without a usable address: %w", errProtocol)
	}
	parsed, err := ice.UnmarshalCandidate(text)
	if err != nil {
		return fmt.Errorf("candidate does not parse: %w", errProtocol)
	}
	if parsed.Port() == 0 || !parsed.NetworkType().IsUDP() {
		return fmt.Errorf("candidate without a UDP port: %w", errProtocol)
	}
	return nil
}
