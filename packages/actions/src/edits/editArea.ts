import { extendBounds, type PixelRect, type Region, spotOfPoint, type Wish } from '@pinpaint/domain';

/** Where an edit works. */
export type EditArea = {
  /** Never a bare point; `none` for an extend or the whole frame. */
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
  if (wish?.kind === 'extend') {
    return {
      region: { kind: 'none' },
      bounds: extendBounds(frame, wish.aspect, wish.anchor),
      existing: frame,
    };
  }
  const editable = region.kind === 'point' ? spotOfPoint([region.x, region.y], frame) : region;
  return { region: editable, bounds: frame, existing: frame };
}
