import { measureSsim } from '@pinpaint/imaging';
import { lumaPlane, type MaskPlane, type Rgb } from '../raster.ts';

/** Structural similarity of luma, mean over the hole's pixels. */
export function ssim(truth: Rgb, made: Rgb, hole: MaskPlane): number {
  const { width, height } = truth;
  const weight = hole.data.map((value) => (value === 0 ? 0 : 1));
  return measureSsim({ width, height, one: lumaPlane(truth), other: lumaPlane(made), weight });
}
