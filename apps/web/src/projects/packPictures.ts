import type { PixelSize } from '@pinpaint/domain';

/** Shares of the box, 0 to 1, from its top left. */
export type Placed = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type Box = PixelSize & { readonly gap: number };

/** Of a picture that is still being prepared. */
const unknownAspect = 1.5;

/**
 * Lays pictures in rows or in columns, in their order and uncut, as large as the box lets them be: of all
 * numbers of either, the one that covers most of the box. All of it stands in the middle.
 */
export function packPictures(sizes: readonly (PixelSize | null)[], box: Box): readonly Placed[] {
  if (sizes.length === 0) return [];
  const aspects = sizes.map((size) => (size ? size.width / size.height : unknownAspect));
  const turned = { width: box.height, height: box.width, gap: box.gap };
  const columns = allRows(
    aspects.map((aspect) => 1 / aspect),
    turned,
  );
  const layouts = [...allRows(aspects, box), ...columns.map((placed) => placed.map(turn))];
  return layouts.reduce((best, one) => (area(one) > area(best) ? one : best));
}

/** Columns are the rows of a box that lies on its side. */
function turn({ x, y, width, height }: Placed): Placed {
  return { x: y, y: x, width: height, height: width };
}

function allRows(aspects: readonly number[], box: Box): readonly (readonly Placed[])[] {
  return aspects.map((_, index) => layRows(splitRows(aspects, index + 1), box));
}

/** As many rows, in order, as even in width as taking them one after the other makes them. */
function splitRows(aspects: readonly number[], count: number): readonly (readonly number[])[] {
  const perRow = aspects.reduce((sum, aspect) => sum + aspect, 0) / count;
  const rows: number[][] = [[]];
  let sum = 0;
  for (const [index, aspect] of aspects.entries()) {
    const row = rows.at(-1) ?? [];
    const left = aspects.length - index;
    const isFull = row.length > 0 && sum + aspect / 2 > perRow * rows.length;
    if (rows.length < count && (isFull || left <= count - rows.length) && row.length > 0) rows.push([aspect]);
    else row.push(aspect);
    sum += aspect;
  }
  return rows;
}

function layRows(rows: readonly (readonly number[])[], { width, height, gap }: Box): readonly Placed[] {
  const heights = rows.map((row) => (width - gap * (row.length - 1)) / row.reduce((sum, a) => sum + a, 0));
  const room = height - gap * (rows.length - 1);
  const scale = Math.min(1, room / heights.reduce((sum, h) => sum + h, 0));
  const scaled = heights.map((h) => h * scale);
  const used = scaled.reduce((sum, h) => sum + h, 0) + gap * (rows.length - 1);
  let y = (height - used) / 2;
  return rows.flatMap((row, index) => {
    const rowHeight = scaled[index] ?? 0;
    const widths = row.map((aspect) => aspect * rowHeight);
    let x = (width - widths.reduce((sum, w) => sum + w, 0) - gap * (row.length - 1)) / 2;
    const placed = widths.map((w) => {
      const at = { x: x / width, y: y / height, width: w / width, height: rowHeight / height };
      x += w + gap;
      return at;
    });
    y += rowHeight + gap;
    return placed;
  });
}

function area(placed: readonly Placed[]): number {
  return placed.reduce((sum, { width, height }) => sum + width * height, 0);
}
