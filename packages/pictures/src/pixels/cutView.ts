import type { PixelRect } from '@pinpaint/domain';
import type { SelectionView } from '@pinpaint/imaging';
import { masterFormat } from '../master/masterFormat.ts';
import { rawPicture } from '../rawPicture.ts';
import { displayed } from '../views/displayed.ts';
import { tileGrid } from '../views/tileGrid.ts';

export type CutViewWish = {
  /** A pyramid, and where it lies in frame space. */
  readonly path: string;
  readonly bounds: PixelRect;
  readonly view: SelectionView;
};

/** RGB8, row-major, sRGB; length = width × height × 3 of the view's size. Read from the level that has just enough. */
export async function cutView({ path, bounds, view: { rect, size } }: CutViewWish): Promise<Uint8Array> {
  const format = await masterFormat(path);
  const { levels } = tileGrid(format);
  const enough = size.width / rect.width;
  const at = Math.max(
    0,
    levels.findLastIndex(({ width }) => width / format.width >= enough),
  );
  const level = levels[at] ?? format;
  const [across, down] = [level.width / bounds.width, level.height / bounds.height];
  const left = Math.min(level.width - 1, Math.round((rect.x - bounds.x) * across));
  const top = Math.min(level.height - 1, Math.round((rect.y - bounds.y) * down));
  const image = displayed(path, format, at)
    .extract({
      left,
      top,
      width: Math.max(1, Math.min(level.width - left, Math.round(rect.width * across))),
      height: Math.max(1, Math.min(level.height - top, Math.round(rect.height * down))),
    })
    .resize(size.width, size.height, { fit: 'fill' })
    .removeAlpha();
  const { data } = await rawPicture(image, 8);
  return new Uint8Array(data);
}
