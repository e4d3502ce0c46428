import {
  containsRect,
  extendBounds,
  type PixelRect,
  type Region,
  spotOfPoint,
  type Wish,
} from '@pinpaint/domain';

/** Where an edit works. */
export type EditArea = {
  /** Never a bare point; `none` for the whole frame, and for an extend that removes nothing. */
  readonly region: Region;
  /** What the frame covers, for an extend: will cover. */
  readonly bounds: PixelRect;
  /** What has pixels already. */
  readonly existing: PixelRect;
};

/** @param frame the bounds the frame has now */
export function editArea(
  frame: PixelRect,
  { region, wish }: { readonly region: Region; readonly wish: Wish | null },
): EditArea {
  const editable = region.kind === 'point' ? spotOfPoint([region.x, region.y], frame) : region;
  if (wish?.kind !== 'extend') return { region: editable, bounds: frame, existing: frame };
  return {
    region: wish.removes ? editable : { kind: 'none' },
    bounds: extendBounds(frame, wish.aspect, wish.anchor),
    existing: frame,
  };
}

/** Whether it is an extend to the shape that the frame has already. */
export function addsNothing({ region, bounds, existing }: EditArea, wish: Wish | null): boolean {
  return wish?.kind === 'extend' && region.kind === 'none' && containsRect(existing, bounds);
}
