// Package video holds the picture half of a call: where pictures come from
// (a camera, a film, a test pattern), what one picture is, and how the newest
// one reaches a tile in a window.
//
// A sender opens a [Source] and reads frames from it:
//
//	source, err := video.Open(ctx, "", video.Format{Width: 1280, Height: 720, FrameRate: 30})
//	if err != nil {
//		return err
//	}
//	defer source.Close()
//	var frame video.Frame
//	for {
//		if err := source.Read(ctx, &frame); err != nil {
//			return err
//		}
//		encode(frame.Image, frame.Captured)
//	}
//
// Every picture is planar Y'CbCr 4:2:0 with BT.601 coefficients in limited
// range, which is what WebRTC means by VP8 video. Sources convert to it.
//
// A receiver puts each decoded frame into a [View], which scales and converts
// it for the tile on the caller's goroutine; the user interface picks up the
// newest picture whenever it paints.
package video
