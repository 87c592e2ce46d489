#include "yuv.h"

static void halve_row(uint8_t *restrict dst, const uint8_t *restrict a,
                      const uint8_t *restrict b, int pairs) {
  for (int x = 0; x < pairs; x++) {
    dst[x] = (uint8_t)((a[2 * x] + a[2 * x + 1] + b[2 * x] + b[2 * x + 1] + 2) >> 2);
  }
}

void yuv_halve(uint8_t *dst, int dst_stride, const uint8_t *src, int src_stride,
               int sw, int sh) {
  for (int y = 0; y < (sh + 1) / 2; y++) {
    const uint8_t *a = src + (int64_t)2 * y * src_stride;
    const uint8_t *b = 2 * y + 1 < sh ? a + src_stride : a;
    halve_row(dst, a, b, sw / 2);
    if (sw & 1) {
      dst[sw / 2] = (uint8_t)((a[sw - 1] + b[sw - 1] + 1) >> 1);
    }
    dst += dst_stride;
  }
}

// blend_row mixes two rows, weight of b in 256ths.
static void blend_row(uint8_t *restrict dst, const uint8_t *restrict a,
                      const uint8_t *restrict b, int n, int weight) {
  const uint16_t wb = (uint16_t)weight, wa = (uint16_t)(256 - weight);
  for (int x = 0; x < n; x++) {
    dst[x] = (uint8_t)((uint16_t)(a[x] * wa + b[x] * wb + 128) >> 8);
  }
}

// clamped bounds a 16.16 sample position to the plane.
static int64_t clamped(int64_t pos, int n) {
  const int64_t last = (int64_t)(n - 1) << 16;
  return pos < 0 ? 0 : pos > last ? last : pos;
}

static inline uint8_t tap(const uint8_t *src, int64_t pos, int next) {
  const int i = (int)(pos >> 16), w = (int)(pos >> 8) & 255;
  return (uint8_t)((src[i] * (256 - w) + src[i + next] * w + 128) >> 8);
}

static void stretch_row(uint8_t *restrict dst, int dw,
                        const uint8_t *restrict src, int sw) {
  const int64_t step = ((int64_t)sw << 16) / dw;
  const int64_t last = (int64_t)(sw - 1) << 16;
  int64_t pos = step / 2 - (1 << 15);
  int x = 0;
  for (; x < dw && pos < 0; x++, pos += step) {
    dst[x] = src[0];
  }
  for (; x < dw && pos < last; x++, pos += step) {
    dst[x] = tap(src, pos, 1);
  }
  for (; x < dw; x++) {
    dst[x] = src[sw - 1];
  }
}

void yuv_bilinear(uint8_t *dst, int dst_stride, int dw, int dh,
                  const uint8_t *src, int src_stride, int sw, int sh,
                  uint8_t *row) {
  const int64_t step = ((int64_t)sh << 16) / dh;
  int64_t pos = step / 2 - (1 << 15);
  for (int y = 0; y < dh; y++, pos += step) {
    const int64_t p = clamped(pos, sh);
    const int i = (int)(p >> 16), w = (int)(p >> 8) & 255;
    const uint8_t *a = src + (int64_t)i * src_stride;
    // Without a step sideways the blend is the result.
    uint8_t *blended = dw == sw ? dst : row;
    blend_row(blended, a, w > 0 ? a + src_stride : a, sw, w);
    if (blended == row) {
      stretch_row(dst, dw, row, sw);
    }
    dst += dst_stride;
  }
}

void yuv_limit(uint8_t *pix, int stride, int w, int h, int scale, int offset) {
  const uint16_t m = (uint16_t)scale, c = (uint16_t)offset;
  for (int y = 0; y < h; y++) {
    for (int x = 0; x < w; x++) {
      pix[x] = (uint8_t)((uint16_t)(pix[x] * m + c) >> 8);
    }
    pix += stride;
  }
}
