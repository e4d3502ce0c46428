import type { MaskError } from '@pinpaint/pictures';
import { ApiProblem } from '../problems/ApiProblem.ts';

/** Why a picture or a mask is not let in, in the words of whoever sent it. */
const table = {
  'picture.too-large': [413, 'The file is larger than allowed.'],
  'picture.too-many-pixels': [422, 'The picture has more pixels than allowed.'],
  'picture.unknown-type': [415, 'This is no PNG, JPEG, WebP or TIFF.'],
  'picture.truncated': [422, 'The file ends too early; send it again.'],
  'picture.corrupt': [422, 'The file is damaged and can’t be read.'],
  'picture.animated': [422, 'Moving pictures and files with several pages can’t be used.'],
  'picture.cmyk': [422, 'CMYK pictures can’t be used; save it as RGB.'],
  'picture.colour-model': [422, 'Only RGB and grey pictures can be used; save it as RGB.'],
  'picture.one-bit': [422, 'The picture has fewer than 8 bits a sample; save it with 8 or 16.'],
  'picture.float': [422, 'The picture has samples that are no whole numbers; save it with 8 or 16 bits.'],
  'picture.grey-profile': [422, 'Grey pictures with a profile can’t be used; save it as RGB.'],
  'picture.unsupported-profile': [
    422,
    'The picture’s colour profile can’t be used; convert it to sRGB or Display P3.',
  ],
  'mask.wrong-kind': [415, 'A mask is a PNG of 8-bit grey without transparency.'],
} as const satisfies Record<MaskError['code'], readonly [number, string]>;

export function pictureProblem({ code, ...facts }: MaskError): ApiProblem {
  const [status, title] = table[code];
  return new ApiProblem(code, status, title, facts);
}
