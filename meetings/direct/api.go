package direct

import (
	"fmt"
	"time"

	"github.com/pion/ice/v4"
	"github.com/pion/interceptor"
	"github.com/pion/interceptor/pkg/nack"
	"github.com/pion/interceptor/pkg/report"
	"github.com/pion/interceptor/pkg/twcc"
	"github.com/pion/sdp/v3"
	"github.com/pion/webrtc/v4"

	"hjemmekontor/meetings/call/stream"
)

// The two codecs that every call has (RFC 7742 and RFC 7874 make both
// mandatory for browsers too).
var (
	vp8Codec = webrtc.RTPCodecParameters{
		PayloadType: 96,
		RTPCodecCapability: webrtc.RTPCodecCapability{
			MimeType: webrtc.MimeTypeVP8, ClockRate: stream.VideoClockRate,
			RTCPFeedback: []webrtc.RTCPFeedback{
				{Type: "nack"}, {Type: "nack", Parameter: "pli"}, {Type: "ccm", Parameter: "fir"},
			},
		},
	}
	opusCodec = webrtc.RTPCodecParameters{
		PayloadType: 111,
		RTPCodecCapability: webrtc.RTPCodecCapability{
			MimeType: webrtc.MimeTypeOpus, ClockRate: stream.AudioClockRate, Channels: 2,
			SDPFmtpLine: "minptime=10;useinbandfec=1;usedtx=1",
		},
	}
)

const (
	// nackInterval is how often missing packets are asked for.
	nackInterval = 20 * time.Millisecond
	// nackWindow is how many packets back are asked for and can be sent again.
	nackWindow = 512
	// keepAlive is how often a sign of life is sent where nothing else is.
	keepAlive = 500 * time.Millisecond
	// prflxWait is how long better pairs of candidates are waited for when
	// the first that works is one nobody announced.
	prflxWait = 100 * time.Millisecond
	// sctpBuffer bounds what the data channel keeps, in bytes.
	sctpBuffer = 64 << 10
)

// newAPI sets up pion for a call.
func newAPI(o Options) (*webrtc.API, error) {
	media := &webrtc.MediaEngine{}
	registry := &interceptor.Registry{}
	if err := registerMedia(media); err != nil {
		return nil, fmt.Errorf("registering codecs: %w", err)
	}
	if err := registerInterceptors(registry); err != nil {
		return nil, fmt.Errorf("registering interceptors: %w", err)
	}
	return webrtc.NewAPI(
		webrtc.WithMediaEngine(media),
		webrtc.WithInterceptorRegistry(registry),
		webrtc.WithSettingEngine(settings(o)),
	), nil
}

func registerMedia(media *webrtc.MediaEngine) error {
	if err := media.RegisterCodec(vp8Codec, webrtc.RTPCodecTypeVideo); err != nil {
		return err
	}
	if err := media.RegisterCodec(opusCodec, webrtc.RTPCodecTypeAudio); err != nil {
		return err
	}
	for _, kind := range []webrtc.RTPCodecType{webrtc.RTPCodecTypeVideo, webrtc.RTPCodecTypeAudio} {
		for _, uri := range []string{stream.CaptureTimeURI, sdp.TransportCCURI} {
			if err := media.RegisterHeaderExtension(webrtc.RTPHeaderExtensionCapability{URI: uri}, kind); err != nil {
				return err
			}
		}
		media.RegisterFeedback(webrtc.RTCPFeedback{Type: webrtc.TypeRTCPFBTransportCC}, kind)
	}
	return nil
}

// registerInterceptors adds what keeps the streams well: lost packets sent
// again (NACK), sender and receiver reports, and transport-wide arrival times.
func registerInterceptors(registry *interceptor.Registry) error {
	loggers := silentLoggers()
	asker, err := nack.NewGeneratorInterceptor(nack.GeneratorInterval(nackInterval), nack.GeneratorSize(nackWindow),
		nack.WithGeneratorLoggerFactory(loggers))
	if err != nil {
		return err
	}
	answerer, err := nack.NewResponderInterceptor(nack.ResponderSize(nackWindow), nack.WithResponderLoggerFactory(loggers))
	if err != nil {
		return err
	}
	receiver, err := report.NewReceiverInterceptor(report.WithReceiverLoggerFactory(loggers))
	if err != nil {
		return err
	}
	sender, err := report.NewSenderInterceptor(report.WithSenderLoggerFactory(loggers))
	if err != nil {
		return err
	}
	numberer, err := twcc.NewHeaderExtensionInterceptor()
	if err != nil {
		return err
	}
	arrivals, err := twcc.NewSenderInterceptor(twcc.WithLoggerFactory(loggers))
	if err != nil {
		return err
	}
	for _, factory := range []interceptor.Factory{answerer, asker, receiver, sender, numberer, arrivals} {
		registry.Add(factory)
	}
	return nil
}

// settings are how pion is to behave.
func settings(o Options) webrtc.SettingEngine {
	timings := o.timings()
	var s webrtc.SettingEngine
	s.LoggerFactory = silentLoggers()
	// UDP between the two machines' own addresses, and loopback for two copies
	// on a machine without a network. No names: they would be asked for aloud.
	s.SetNetworkTypes([]webrtc.NetworkType{webrtc.NetworkTypeUDP4, webrtc.NetworkTypeUDP6})
	s.SetIncludeLoopbackCandidate(true)
	s.SetICEMulticastDNSMode(ice.MulticastDNSModeDisabled)
	s.SetICETimeouts(timings.silence, timings.reconnect, min(keepAlive, timings.silence/4))
	s.SetPrflxAcceptanceMinWait(prflxWait)
	s.SetSCTPMaxReceiveBufferSize(sctpBuffer)
	s.SetSCTPMaxMessageSize(maxControl)
	if o.network != nil {
		s.SetNet(o.network)
	}
	return s
}
