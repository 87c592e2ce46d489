#include "yuv.h"

// BT.601 limited range in 16-bit fixed point: products keep the upper half of
// 32 bits, sums carry five fraction bits, so every step fits int16_t and eight
// pixels go through one SSE2 or NEON register.
enum {
  FRACTION = 5,
  LUMA = 9539,                 // 255/219 * 2^13
  RED_CR = 13075,              // 1.596027 * 2^13
  GREEN_CR = 6660,             // 0.812968 * 2^13
  GREEN_CB = 3209,             // 0.391762 * 2^13
  BLUE_CB = 16525,             // 2.017232 * 2^13
  BIAS = -596 + (1 << (FRACTION - 1)), // black is 16; round to nearest
};

static inline int16_t high(int16_t a, int16_t b) {
  return (int16_t)(((int32_t)a * b) >> 16);
}

// clip bounds a fixed-point sum to a byte, kept in 16 bits.
static inline uint16_t clip(int16_t v) {
  v = (int16_t)(v >> FRACTION);
  v = v < 0 ? 0 : v;
  return (uint16_t)(v > 255 ? 255 : v);
}

static void double_row(uint8_t *restrict dst, const uint8_t *restrict src, int n) {
  for (int x = 0; x < n; x++) {
    dst[2 * x] = src[x];
    dst[2 * x + 1] = src[x];
  }
}

static void convert_row(uint8_t *restrict dst, const uint8_t *restrict y,
                        const uint8_t *restrict cb, const uint8_t *restrict cr,
                        int w) {
  // Two bytes at a time, low byte first: little-endian machines only.
  uint16_t *restrict pair = (uint16_t *)dst;
  for (int x = 0; x < w; x++) {
    const int16_t l = (int16_t)((int16_t)((uint32_t)(uint16_t)(y[x] << 8) * (uint16_t)LUMA >> 16) + BIAS);
    const int16_t u = (int16_t)((uint16_t)(cb[x] ^ 128) << 8);
    const int16_t v = (int16_t)((uint16_t)(cr[x] ^ 128) << 8);
    const uint16_t r = clip((int16_t)(l + high(v, RED_CR)));
    const uint16_t g = clip((int16_t)(l - high(u, GREEN_CB) - high(v, GREEN_CR)));
    const uint16_t b = clip((int16_t)(l + high(u, BLUE_CB)));
    pair[2 * x] = (uint16_t)(r | g << 8);
    pair[2 * x + 1] = (uint16_t)(b | 0xff00);
  }
}

void yuv_to_rgba(uint8_t *dst, int dst_stride, const uint8_t *y, int y_stride,
                 const uint8_t *cb, const uint8_t *cr, int c_stride, int w,
                 int h, uint8_t *chroma) {
  const int half = (w + 1) / 2;
  for (int row = 0; row < h; row++) {
    if ((row & 1) == 0) {
      double_row(chroma, cb, half);
      double_row(chroma + 2 * half, cr, half);
      cb += c_stride;
      cr += c_stride;
    }
    convert_row(dst, y, chroma, chroma + 2 * half, w);
    y += y_stride;
    dst += dst_stride;
  }
}
