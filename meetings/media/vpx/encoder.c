#include "codec.h"

#include <stdlib.h>

// Rate control for a call: the buffer holds one second and is kept at 0.6, so
// a burst costs little delay; quantisers from 2 to 56 leave the codec neither
// wasting bits on a still wall nor smearing a face beyond recognition.
static void configure(vpx_codec_enc_cfg_t *cfg, const encoder_settings *s) {
  cfg->g_w = s->width;
  cfg->g_h = s->height;
  cfg->g_threads = s->threads;
  cfg->g_timebase.num = 1;
  cfg->g_timebase.den = ENCODER_CLOCK;
  cfg->g_error_resilient = VPX_ERROR_RESILIENT_DEFAULT;
  cfg->g_pass = VPX_RC_ONE_PASS;
  cfg->g_lag_in_frames = 0;
  cfg->rc_end_usage = VPX_CBR;
  cfg->rc_target_bitrate = s->kbps;
  cfg->rc_resize_allowed = 0;
  cfg->rc_dropframe_thresh = s->keep_frames ? 0 : 30;
  cfg->rc_undershoot_pct = 100;
  cfg->rc_overshoot_pct = 15;
  cfg->rc_buf_sz = 1000;
  cfg->rc_buf_initial_sz = 500;
  cfg->rc_buf_optimal_sz = 600;
  cfg->rc_min_quantizer = 2;
  cfg->rc_max_quantizer = 56;
  cfg->kf_mode = VPX_KF_DISABLED;
}

// log2 of the number of token partitions, one for each thread.
static int partitions(unsigned threads) {
  int n = 0;
  while ((1u << n) < threads && n < VP8_EIGHT_TOKENPARTITION) {
    n++;
  }
  return n;
}

static vpx_codec_err_t control(encoder *e, const encoder_settings *s) {
  vpx_codec_err_t err = vpx_codec_control(&e->codec, VP8E_SET_CPUUSED, s->cpu_used);
  if (err == VPX_CODEC_OK) {
    err = vpx_codec_control(&e->codec, VP8E_SET_STATIC_THRESHOLD, s->screen_content ? 100 : 1);
  }
  if (err == VPX_CODEC_OK) {
    err = vpx_codec_control(&e->codec, VP8E_SET_NOISE_SENSITIVITY, (unsigned)s->noise);
  }
  if (err == VPX_CODEC_OK) {
    err = vpx_codec_control(&e->codec, VP8E_SET_TOKEN_PARTITIONS, partitions(s->threads));
  }
  if (err == VPX_CODEC_OK) {
    err = vpx_codec_control(&e->codec, VP8E_SET_SCREEN_CONTENT_MODE, s->screen_content ? 1u : 0u);
  }
  // A keyframe may take the bits of nine frames: half the optimal buffer.
  if (err == VPX_CODEC_OK) {
    err = vpx_codec_control(&e->codec, VP8E_SET_MAX_INTRA_BITRATE_PCT, 900u);
  }
  return err;
}

encoder *encoder_open(const encoder_settings *s, int *err) {
  encoder *e = calloc(1, sizeof *e);
  if (e == NULL) {
    *err = VPX_CODEC_MEM_ERROR;
    return NULL;
  }
  *err = vpx_codec_enc_config_default(vpx_codec_vp8_cx(), &e->cfg, 0);
  if (*err == 0) {
    configure(&e->cfg, s);
    *err = vpx_codec_enc_init(&e->codec, vpx_codec_vp8_cx(), &e->cfg, 0);
  }
  if (*err != 0) {
    free(e);
    return NULL;
  }
  *err = control(e, s);
  if (*err != 0) {
    encoder_close(e);
    return NULL;
  }
  return e;
}

int encoder_set_bitrate(encoder *e, unsigned kbps) {
  e->cfg.rc_target_bitrate = kbps;
  return vpx_codec_enc_config_set(&e->codec, &e->cfg);
}

int encoder_set_cpu_used(encoder *e, int cpu_used) {
  return vpx_codec_control(&e->codec, VP8E_SET_CPUUSED, cpu_used);
}

int encoder_encode(encoder *e, const uint8_t *y, const uint8_t *cb,
                   const uint8_t *cr, int y_stride, int c_stride, int64_t pts,
                   unsigned long duration, int force_key, encoder_packet *out) {
  vpx_image_t img;
  // Wrapping needs some address; the planes are set by hand below.
  if (vpx_img_wrap(&img, VPX_IMG_FMT_I420, e->cfg.g_w, e->cfg.g_h, 1, (unsigned char *)y) == NULL) {
    return VPX_CODEC_INVALID_PARAM;
  }
  img.planes[VPX_PLANE_Y] = (unsigned char *)y;
  img.planes[VPX_PLANE_U] = (unsigned char *)cb;
  img.planes[VPX_PLANE_V] = (unsigned char *)cr;
  img.stride[VPX_PLANE_Y] = y_stride;
  img.stride[VPX_PLANE_U] = img.stride[VPX_PLANE_V] = c_stride;

  out->data = NULL;
  out->size = 0;
  out->key = 0;
  const vpx_codec_err_t err = vpx_codec_encode(&e->codec, &img, pts, duration,
                                               force_key ? VPX_EFLAG_FORCE_KF : 0, VPX_DL_REALTIME);
  if (err != VPX_CODEC_OK) {
    return err;
  }
  vpx_codec_iter_t iter = NULL;
  const vpx_codec_cx_pkt_t *pkt;
  while ((pkt = vpx_codec_get_cx_data(&e->codec, &iter)) != NULL) {
    if (pkt->kind == VPX_CODEC_CX_FRAME_PKT) {
      out->data = pkt->data.frame.buf;
      out->size = pkt->data.frame.sz;
      out->key = (pkt->data.frame.flags & VPX_FRAME_IS_KEY) != 0;
    }
  }
  return VPX_CODEC_OK;
}

void encoder_close(encoder *e) {
  vpx_codec_destroy(&e->codec);
  free(e);
}
