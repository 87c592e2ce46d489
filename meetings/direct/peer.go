package direct

import (
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/pion/rtcp"
	"github.com/pion/webrtc/v4"

	"hjemmekontor/meetings/call"
	"hjemmekontor/meetings/call/stream"
)

// peer is the connection to the other machine: one track of picture and one of
// sound in each direction from the beginning, so that switching a device on or
// off needs no negotiation, and a data channel for what has to be said.
type peer struct {
	engine     *call.Engine
	connection *webrtc.PeerConnection
	video      *webrtc.TrackLocalStaticRTP
	audio      *webrtc.TrackLocalStaticRTP
	sendVideo  *webrtc.RTPSender
	sendAudio  *webrtc.RTPSender
	control    *webrtc.DataChannel

	events peerEvents
	wg     sync.WaitGroup

	mu       sync.Mutex          // guards what follows
	remote   *webrtc.TrackRemote // their picture, once it comes
	hasVideo bool
	hasAudio bool
}

// peerEvents are what a peer reports; they are called on pion's goroutines and
// must not wait.
type peerEvents struct {
	candidate func(webrtc.ICECandidateInit)
	state     func(webrtc.PeerConnectionState)
	message   func([]byte)
	opened    func() // the data channel can be used
}

// newPeer makes a connection that is not connected yet.
func newPeer(engine *call.Engine, o Options, events peerEvents) (*peer, error) {
	api, err := newAPI(o)
	if err != nil {
		return nil, err
	}
	connection, err := api.NewPeerConnection(webrtc.Configuration{
		BundlePolicy: webrtc.BundlePolicyMaxBundle, RTCPMuxPolicy: webrtc.RTCPMuxPolicyRequire,
	})
	if err != nil {
		return nil, fmt.Errorf("making a peer connection: %w", err)
	}
	p := &peer{engine: engine, connection: connection, events: events}
	if err := p.prepare(); err != nil {
		p.close()
		return nil, err
	}
	return p, nil
}

// prepare adds tracks and data channel and begins to listen to events.
func (p *peer) prepare() error {
	var err error
	if p.audio, p.sendAudio, err = p.addTrack(opusCodec.RTPCodecCapability, "audio"); err != nil {
		return err
	}
	if p.video, p.sendVideo, err = p.addTrack(vp8Codec.RTPCodecCapability, "video"); err != nil {
		return err
	}
	// Both sides make the same channel: neither has to announce it.
	negotiated, id := true, uint16(0)
	p.control, err = p.connection.CreateDataChannel("control", &webrtc.DataChannelInit{Negotiated: &negotiated, ID: &id})
	if err != nil {
		return fmt.Errorf("making the data channel: %w", err)
	}
	p.control.OnOpen(p.events.opened)
	p.control.OnMessage(func(m webrtc.DataChannelMessage) { p.events.message(m.Data) })
	p.connection.OnTrack(p.receive)
	p.connection.OnConnectionStateChange(p.events.state)
	p.connection.OnICECandidate(func(c *webrtc.ICECandidate) {
		if c != nil {
			p.events.candidate(c.ToJSON())
		}
	})
	return nil
}

// addTrack adds a track to send and reads the reports that come back for it.
func (p *peer) addTrack(c webrtc.RTPCodecCapability, kind string) (*webrtc.TrackLocalStaticRTP, *webrtc.RTPSender, error) {
	track, err := webrtc.NewTrackLocalStaticRTP(c, kind, "call")
	if err != nil {
		return nil, nil, fmt.Errorf("making the %s track: %w", kind, err)
	}
	sender, err := p.connection.AddTrack(track)
	if err != nil {
		return nil, nil, fmt.Errorf("adding the %s track: %w", kind, err)
	}
	p.wg.Go(func() {
		for {
			packets, _, err := sender.ReadRTCP()
			if err != nil {
				return
			}
			p.feedback(packets)
		}
	})
	return track, sender, nil
}

// feedback looks for requests for a keyframe; everything else in the reports
// is the interceptors' to act on.
func (p *peer) feedback(packets []rtcp.Packet) {
	for _, packet := range packets {
		switch packet.(type) {
		case *rtcp.PictureLossIndication, *rtcp.FullIntraRequest:
			p.engine.KeyframeRequested()
		}
	}
}

// receive takes one track of theirs. A second one of a kind is none of ours.
func (p *peer) receive(track *webrtc.TrackRemote, receiver *webrtc.RTPReceiver) {
	p.mu.Lock()
	defer p.mu.Unlock()
	read := func(buffer []byte) (int, error) {
		n, _, err := track.Read(buffer)
		if errors.Is(err, io.ErrShortBuffer) {
			return 0, nil // larger than anything that is sent honestly
		}
		return n, err
	}
	switch {
	case track.Kind() == webrtc.RTPCodecTypeVideo && !p.hasVideo:
		p.hasVideo, p.remote = true, track
		p.wg.Go(func() {
			if err := p.engine.ReadVideo(read, captureTimeID(receiver.GetParameters())); err != nil {
				p.engine.End(call.Failed, err)
			}
		})
	case track.Kind() == webrtc.RTPCodecTypeAudio && !p.hasAudio:
		p.hasAudio = true
		p.wg.Go(func() { p.engine.ReadAudio(read) })
	default:
		return
	}
	p.wg.Go(func() { p.readReports(receiver) })
}

// readReports takes their sender reports, which tell their clock.
func (p *peer) readReports(receiver *webrtc.RTPReceiver) {
	for {
		packets, _, err := receiver.ReadRTCP()
		if err != nil {
			return
		}
		now := time.Now()
		for _, packet := range packets {
			if report, ok := packet.(*rtcp.SenderReport); ok {
				p.engine.SenderReport(report.NTPTime, now)
			}
		}
	}
}

// requestKeyframe sends a picture loss indication.
func (p *peer) requestKeyframe() {
	p.mu.Lock()
	track := p.remote
	p.mu.Unlock()
	if track != nil {
		// If it is lost, the next one follows.
		_ = p.connection.WriteRTCP([]rtcp.Packet{&rtcp.PictureLossIndication{MediaSSRC: uint32(track.SSRC())}})
	}
}

// path returns where media goes out.
func (p *peer) path() call.Path {
	return call.Path{
		Video: p.video, Audio: p.audio,
		VideoCaptureTime: captureTimeID(p.sendVideo.GetParameters().RTPParameters),
		AudioCaptureTime: captureTimeID(p.sendAudio.GetParameters().RTPParameters),
	}
}

// captureTimeID returns the id negotiated for the capture time, 0 for none.
func captureTimeID(p webrtc.RTPParameters) uint8 {
	for _, extension := range p.HeaderExtensions {
		if extension.URI == stream.CaptureTimeURI && extension.ID > 0 && extension.ID < 15 {
			return uint8(extension.ID)
		}
	}
	return 0
}

// close closes the connection and waits for its goroutines.
func (p *peer) close() {
	_ = p.connection.GracefulClose() // whatever it reports, it is closed
	p.wg.Wait()
}
