import type { ArtworkError } from '@pinpaint/pictures';
import { ApiProblem } from '../problems/ApiProblem.ts';
import { pictureProblem } from '../uploads/pictureProblem.ts';

/** Why a file can't be placed, beyond what is wrong with a picture. */
const table = {
  'artwork.wrong-type': [415, 'An artwork is a PNG or an SVG.'],
  'artwork.unreadable-svg': [422, 'The SVG can’t be read, or says nothing of its size.'],
  'artwork.unsafe-svg': [
    422,
    'The SVG has scripts or points to other files; save it as a plain SVG with everything embedded.',
  ],
  'artwork.live-text': [
    422,
    'The SVG has letters that need a font; convert them to outlines, so that they look the same everywhere.',
  ],
  'artwork.transparent': [422, 'Nothing of the artwork can be seen: it is transparent all over.'],
} as const;

export function artworkProblem(error: ArtworkError): ApiProblem {
  if (!isOwn(error)) return pictureProblem(error);
  const [status, title] = table[error.code];
  return new ApiProblem(error.code, status, title);
}

function isOwn(error: ArtworkError): error is Extract<ArtworkError, { code: keyof typeof table }> {
  return error.code in table;
}
