package vpx

/*
#cgo pkg-config: vpx
#cgo CFLAGS: -Wall -Wextra
#include "codec.h"
*/
import "C"

import (
	"fmt"
	"image"
	"sync"
	"time"
	"unsafe"

	"hjemmekontor/meetings/media/video/yuv"
)

// Encoder turns pictures into VP8 frames. Its methods may be called from any
// goroutine; those that change a setting wait for a frame being encoded.
type Encoder struct {
	mu     sync.Mutex
	config EncoderConfig
	codec  *C.encoder // nil once closed
	clock  clock
	packet []byte
}

// NewEncoder opens an encoder.
func NewEncoder(config EncoderConfig) (*Encoder, error) {
	config, err := config.withDefaults()
	if err != nil {
		return nil, fmt.Errorf("opening VP8 encoder: %w", err)
	}
	codec, err := openEncoder(config)
	if err != nil {
		return nil, err
	}
	return &Encoder{config: config, codec: codec, clock: newClock(config.FrameRate)}, nil
}

func openEncoder(c EncoderConfig) (*C.encoder, error) {
	var status C.int
	codec := C.encoder_open(&C.encoder_settings{
		width:          C.uint(c.Width),
		height:         C.uint(c.Height),
		threads:        C.uint(c.Threads),
		kbps:           C.uint(c.Bitrate / 1000),
		cpu_used:       C.int(c.CPUUsed),
		keep_frames:    flag(c.KeepFrames),
		screen_content: flag(c.ScreenContent),
		noise:          C.int(c.NoiseSensitivity),
	}, &status)
	if codec == nil {
		return nil, fmt.Errorf("opening VP8 encoder: %s", explain(status))
	}
	return codec, nil
}

// Encode compresses img, taken at pts on any steady clock, and says whether
// the result is a keyframe; forceKey makes it one. The data is valid until the
// next call.
//
// No data and no error means that the rate control dropped the frame, which it
// never does to a keyframe. A picture of another size than the encoder's is
// refused with [ErrSize].
func (e *Encoder) Encode(img *image.YCbCr, pts time.Duration, forceKey bool) (data []byte, keyframe bool, err error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.codec == nil {
		return nil, false, ErrClosed
	}
	if !yuv.Valid(img) || img.Rect.Dx() != e.config.Width || img.Rect.Dy() != e.config.Height {
		return nil, false, fmt.Errorf("encoding a picture for %d×%d: %w", e.config.Width, e.config.Height, ErrSize)
	}
	at, duration := e.clock.tick(pts)
	var packet C.encoder_packet
	status := C.encoder_encode(e.codec,
		(*C.uint8_t)(&img.Y[0]), (*C.uint8_t)(&img.Cb[0]), (*C.uint8_t)(&img.Cr[0]),
		C.int(img.YStride), C.int(img.CStride),
		C.int64_t(at), C.ulong(duration), flag(forceKey), &packet)
	if status != C.VPX_CODEC_OK {
		return nil, false, fmt.Errorf("encoding VP8: %s", explain(status))
	}
	if packet.data == nil {
		return nil, false, nil
	}
	e.packet = append(e.packet[:0], unsafe.Slice((*byte)(packet.data), int(packet.size))...)
	return e.packet, packet.key != 0, nil
}

// SetBitrate changes the target, in bits a second, from the next frame on.
// Values out of range are brought into it.
func (e *Encoder) SetBitrate(bitrate int) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.codec == nil {
		return ErrClosed
	}
	bitrate = min(max(bitrate, minBitrate), maxBitrate)
	if bitrate/1000 == e.config.Bitrate/1000 {
		return nil
	}
	if status := C.encoder_set_bitrate(e.codec, C.uint(bitrate/1000)); status != C.VPX_CODEC_OK {
		return fmt.Errorf("setting VP8 bitrate to %d: %s", bitrate, explain(status))
	}
	e.config.Bitrate = bitrate
	return nil
}

// SetCPUUsed changes the speed, see EncoderConfig.CPUUsed, from the next frame
// on.
func (e *Encoder) SetCPUUsed(cpuUsed int) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.codec == nil {
		return ErrClosed
	}
	config := e.config
	config.CPUUsed = cpuUsed
	config, err := config.withDefaults()
	if err != nil {
		return fmt.Errorf("setting VP8 speed: %w", err)
	}
	if status := C.encoder_set_cpu_used(e.codec, C.int(config.CPUUsed)); status != C.VPX_CODEC_OK {
		return fmt.Errorf("setting VP8 cpu-used to %d: %s", cpuUsed, explain(status))
	}
	e.config = config
	return nil
}

// SetSize changes the size of the pictures to come, in pixels. Unless it was
// that already, the next frame is a keyframe. On an error the encoder goes on
// as it was.
func (e *Encoder) SetSize(width, height int) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.codec == nil {
		return ErrClosed
	}
	if width == e.config.Width && height == e.config.Height {
		return nil
	}
	config := e.config
	config.Width, config.Height = width, height
	config, err := config.withDefaults()
	if err != nil {
		return fmt.Errorf("resizing VP8 encoder: %w", err)
	}
	codec, err := openEncoder(config)
	if err != nil {
		return err
	}
	C.encoder_close(e.codec)
	e.config, e.codec = config, codec
	return nil
}

// Close frees the encoder. It may be called more than once.
func (e *Encoder) Close() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.codec != nil {
		C.encoder_close(e.codec)
		e.codec = nil
	}
	return nil
}

func flag(b bool) C.int {
	if b {
		return 1
	}
	return 0
}

// explain names a libvpx status.
func explain(status C.int) string {
	return C.GoString(C.vpx_codec_err_to_string(C.vpx_codec_err_t(status)))
}
