#include "codec.h"

#include <stdlib.h>

decoder *decoder_open(unsigned threads, int *err) {
  decoder *d = calloc(1, sizeof *d);
  if (d == NULL) {
    *err = VPX_CODEC_MEM_ERROR;
    return NULL;
  }
  vpx_codec_dec_cfg_t cfg = {.threads = threads};
  *err = vpx_codec_dec_init(&d->codec, vpx_codec_vp8_dx(), &cfg, 0);
  if (*err != 0) {
    free(d);
    return NULL;
  }
  return d;
}

int decoder_decode(decoder *d, const uint8_t *data, unsigned size,
                   decoder_picture *out, int *broken) {
  out->y = NULL;
  *broken = 0;
  vpx_codec_err_t err = vpx_codec_decode(&d->codec, data, size, NULL, 0);
  if (err != VPX_CODEC_OK) {
    return err;
  }
  vpx_codec_iter_t iter = NULL;
  const vpx_image_t *img = vpx_codec_get_frame(&d->codec, &iter);
  if (img == NULL) {
    return VPX_CODEC_OK;
  }
  err = vpx_codec_control(&d->codec, VP8D_GET_FRAME_CORRUPTED, broken);
  if (err != VPX_CODEC_OK) {
    return err;
  }
  if (img->fmt != VPX_IMG_FMT_I420) {
    return VPX_CODEC_UNSUP_BITSTREAM;
  }
  out->y = img->planes[VPX_PLANE_Y];
  out->cb = img->planes[VPX_PLANE_U];
  out->cr = img->planes[VPX_PLANE_V];
  out->y_stride = img->stride[VPX_PLANE_Y];
  out->c_stride = img->stride[VPX_PLANE_U];
  out->width = img->d_w;
  out->height = img->d_h;
  return VPX_CODEC_OK;
}

void decoder_close(decoder *d) {
  vpx_codec_destroy(&d->codec);
  free(d);
}
