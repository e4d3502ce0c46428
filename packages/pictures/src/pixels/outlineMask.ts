import { outlineOf, type SelectionView } from '@pinpaint/imaging';

export type OutlineWish = {
  /** One byte a pixel of the view's size; 0 is not the thing. */
  readonly mask: Uint8Array;
  readonly view: SelectionView;
};

/** The line round a mask, in frame space; null: it is empty. */
export async function outlineMask({ mask, view: { rect, size } }: OutlineWish) {
  return outlineOf(
    mask.map((inside) => (inside ? 1 : 0)),
    size,
    rect,
  );
}
