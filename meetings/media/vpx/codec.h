// The part of libvpx that package vpx uses, with everything libvpx keeps
// pointers to in C memory. Functions return 0 or a vpx_codec_err_t.
#ifndef HJEMMEKONTOR_VPX_CODEC_H
#define HJEMMEKONTOR_VPX_CODEC_H

#include <stddef.h>
#include <stdint.h>
#include <vpx/vp8cx.h>
#include <vpx/vp8dx.h>
#include <vpx/vpx_decoder.h>
#include <vpx/vpx_encoder.h>

// Ticks a second of the encoder's clock.
#define ENCODER_CLOCK 90000

typedef struct {
  unsigned width, height, threads, kbps;
  int cpu_used, keep_frames, screen_content, noise;
} encoder_settings;

typedef struct {
  vpx_codec_ctx_t codec;
  vpx_codec_enc_cfg_t cfg;
} encoder;


// A compressed frame, owned by the encoder until its next call; data is null
// when the rate control dropped the frame.
typedef struct {
  const uint8_t *data;
  size_t size;
  int key;
} encoder_packet;

encoder *encoder_open(const encoder_settings *s, int *err);
int encoder_set_bitrate(encoder *e, unsigned kbps);
int encoder_set_cpu_used(encoder *e, int cpu_used);
int encoder_encode(encoder *e, const uint8_t *y, const uint8_t *cb,
                   const uint8_t *cr, int y_stride, int c_stride, int64_t pts,
                   unsigned long duration, int force_key, encoder_packet *out);
void encoder_close(encoder *e);

// A decoded picture, owned by the decoder until its next call.
typedef struct {
  const uint8_t *y, *cb, *cr;
  int y_stride, c_stride;
  unsigned width, height;
} decoder_picture;

typedef struct {
  vpx_codec_ctx_t codec;
} decoder;

decoder *decoder_open(unsigned threads, int *err);
// decoder_decode sets out->y to null when the frame is not to be shown, and
// *broken when the picture builds on one that was missing.
int decoder_decode(decoder *d, const uint8_t *data, unsigned size,
                   decoder_picture *out, int *broken);
void decoder_close(decoder *d);

#endif
