package call

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"time"
)

// Stats is what was measured of a call in one second, and becomes one line of
// JSON. Counts and rates are of that second, CPUSeconds is of the process since
// it started.
type Stats struct {
	Time      time.Time `json:"t"`
	State     State     `json:"state"`
	Transport RouteKind `json:"transport"`
	// RTTMs is the round-trip time in milliseconds.
	RTTMs      float64    `json:"rtt_ms"`
	CPUSeconds float64    `json:"cpu_s"`
	RSSBytes   uint64     `json:"rss_bytes"`
	Local      LocalStats `json:"local"`
	// Peers has one entry for each participant on the other side.
	Peers []PeerStats `json:"peers"`
}

// LocalStats is what this side captured and sent.
type LocalStats struct {
	Video SentVideo `json:"video"`
	Audio SentAudio `json:"audio"`
}

// SentVideo is the picture sent.
type SentVideo struct {
	Width    int     `json:"width"`
	Height   int     `json:"height"`
	Captured int     `json:"captured"`
	Encoded  int     `json:"encoded"`
	Kbps     float64 `json:"kbps"`
	// EncodeMs is the mean time to encode a picture.
	EncodeMs float64 `json:"encode_ms"`
}

// SentAudio is the sound sent.
type SentAudio struct {
	Kbps float64 `json:"kbps"`
	// LevelDB is in dBFS, -127 for silence.
	LevelDB float64 `json:"level_db"`
}

// PeerStats is what came from one participant.
type PeerStats struct {
	ID    string        `json:"id"`
	Video ReceivedVideo `json:"video"`
	Audio ReceivedAudio `json:"audio"`
}

// ReceivedVideo is the picture received.
type ReceivedVideo struct {
	Width  int `json:"width"`
	Height int `json:"height"`
	// Received pictures arrived whole, Decoded could be decoded, Rendered were
	// painted (without a window: were ready to be).
	Received int     `json:"received"`
	Decoded  int     `json:"decoded"`
	Rendered int     `json:"rendered"`
	Kbps     float64 `json:"kbps"`
	// Lost counts packets that did not come, not even when asked for again.
	Lost int `json:"lost"`
	// FreezeMs is how long the picture stood still for more than 200 ms.
	FreezeMs float64 `json:"freeze_ms"`
	// LatencyMs is the mean time from capture to render, 0 if not known.
	LatencyMs float64 `json:"latency_ms"`
}

// ReceivedAudio is the sound received.
type ReceivedAudio struct {
	Kbps float64 `json:"kbps"`
	Lost int     `json:"lost"`
	// JitterMs is the interarrival jitter of RFC 3550.
	JitterMs float64 `json:"jitter_ms"`
	// ConcealedMs is how much sound was made up for what was missing.
	ConcealedMs float64 `json:"concealed_ms"`
	LevelDB     float64 `json:"level_db"`
}

// WriteStats writes one JSON object a line for every second of a call until it
// ends or the context does. It returns an error only if w does; the call goes
// on then.
func WriteStats(ctx context.Context, c *Call, w io.Writer) error {
	encoder := json.NewEncoder(w)
	for {
		next := c.engine.meter.next()
		select {
		case <-next:
			if err := encoder.Encode(c.Stats()); err != nil {
				return fmt.Errorf("writing statistics: %w", err)
			}
		case <-c.Done():
			return nil
		case <-ctx.Done():
			return nil
		}
	}
}
