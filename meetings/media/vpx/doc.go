// Package vpx is a thin binding of libvpx for VP8 (RFC 6386), tuned for calls:
// one pass, constant bitrate, no frames held back, keyframes only on request.
//
// A sender keeps one [Encoder] for each stream and a receiver one [Decoder].
// Both reuse their buffers, so what they return is valid until the next call.
//
//	encoder, err := vpx.NewEncoder(vpx.EncoderConfig{Width: 1280, Height: 720, FrameRate: 30, Bitrate: 1_500_000})
//	...
//	data, key, err := encoder.Encode(frame.Image, pts, peerLostPicture)
//
//	decoder, err := vpx.NewDecoder(vpx.Limits{})
//	...
//	if err := decoder.Decode(data, &frame); errors.Is(err, vpx.ErrCorrupt) {
//		askForKeyframe()
//	}
//
// Data from a peer is hostile until decoded: its header is checked before
// libvpx sees it, sizes are bounded, and a decoder that met an error starts
// afresh at the next keyframe.
package vpx
