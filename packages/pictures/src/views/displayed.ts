import type { Sharp } from 'sharp';
import type { MasterFormat } from '../master/masterFormat.ts';
import { openPicture } from '../openPicture.ts';

/** A level of a master as sRGB of 8 bits, for eyes. */
export function displayed(masterPath: string, { icc }: MasterFormat, page = 0): Sharp {
  const image = openPicture(masterPath, { page, applyProfile: true }).toColourspace('srgb');
  // Without a target named, 16-bit pictures are left in Display P3; with one named, those that have no
  // profile are taken for Display P3.
  return icc ? image.withIccProfile('srgb', { attach: false }) : image;
}
