// Plane arithmetic for package yuv. Plain loops that compilers turn into
// vector instructions at -O3; all sizes in samples, all strides in bytes, the
// caller has checked that every plane holds what the sizes promise.
#ifndef HJEMMEKONTOR_YUV_H
#define HJEMMEKONTOR_YUV_H

#include <stdint.h>

// yuv_halve averages 2x2 samples. The result is (sw+1)/2 by (sh+1)/2; an odd
// last column or row is averaged with itself.
void yuv_halve(uint8_t *dst, int dst_stride, const uint8_t *src, int src_stride,
               int sw, int sh);

// yuv_bilinear scales sw by sh to dw by dh with two taps each way. row is
// scratch for sw samples.
void yuv_bilinear(uint8_t *dst, int dst_stride, int dw, int dh,
                  const uint8_t *src, int src_stride, int sw, int sh,
                  uint8_t *row);

// yuv_limit turns every sample v into (v*scale + offset)/256, in place. The
// sum must fit 16 bits.
void yuv_limit(uint8_t *pix, int stride, int w, int h, int scale, int offset);

// yuv_to_rgba converts 4:2:0 to opaque RGBA. chroma is scratch for
// 2*(w+1) samples.
void yuv_to_rgba(uint8_t *dst, int dst_stride, const uint8_t *y, int y_stride,
                 const uint8_t *cb, const uint8_t *cr, int c_stride, int w,
                 int h, uint8_t *chroma);

#endif
