import {
  layeredSource,
  type PictureSource,
  type ShownFrame,
  type ShownVersion,
  sourceOf,
} from '../../pictures/pictureSource.ts';

/**
 * Both pictures made in the same way, so that what is the same comes out as the same bytes: a layer laid on
 * here may be one step away from the same layer laid on by the server.
 */
export function likeSources(
  a: ShownVersion,
  b: ShownVersion,
  frame: ShownFrame,
): { readonly a: PictureSource; readonly b: PictureSource } {
  const make = a.proof && b.proof ? sourceOf : layeredSource;
  return { a: make(a, frame), b: make(b, frame) };
}
