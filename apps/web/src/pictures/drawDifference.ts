import { type PixelRect, uniteRects } from '@pinpaint/domain';
import { type Cell, cellsIn, compareCell, comparedLevel, paintCell } from './differenceCells.ts';
import { type Drawing, put, seenBy } from './drawPicture.ts';
import type { PictureSource } from './pictureSource.ts';

export type DifferenceDrawer = {
  /** @returns whether there is more to do than fits into a frame */
  draw(drawing: Drawing, gain: number): boolean;
};

type Compared = { readonly plane: Uint8Array; gain: number; picture: OffscreenCanvas };

/** Some milliseconds each. */
const cellsPerFrame = 2;
const mostCells = 128;

/** Black is: the same. What has not been compared yet is grey, what only one of them has is hatched. */
export function openDifference(a: PictureSource, b: PictureSource): DifferenceDrawer {
  const compared = new Map<string, Compared>();

  const lookAt = (cell: Cell, gain: number): Compared | null => {
    const known = compared.get(cell.key);
    if (known?.gain === gain) return known;
    const plane = known?.plane ?? compareCell(a, b, cell);
    if (!plane) return null;
    const now = { plane, gain, picture: paintCell(plane, cell, gain) };
    compared.set(cell.key, now);
    for (const [oldest] of compared) if (compared.size > mostCells) compared.delete(oldest);
    return now;
  };
  return {
    draw(drawing, gain) {
      const { camera } = drawing;
      drawGround(drawing, [a.bounds, b.bounds]);
      const cells = cellsIn(a, b, { level: comparedLevel(a, b, camera.scale), within: seenBy(drawing) });
      drawing.context.imageSmoothingEnabled = camera.scale < 1;
      let left = cellsPerFrame;
      for (const cell of cells) {
        const known = compared.get(cell.key);
        const isNew = known?.gain !== gain;
        if (isNew && left === 0) {
          unknown(drawing, cell.rect);
          continue;
        }
        const found = lookAt(cell, gain);
        if (found && isNew) left -= 1;
        if (found) put(drawing, found.picture, cell.rect);
        else unknown(drawing, cell.rect);
      }
      return left === 0;
    },
  };
}

function unknown({ context, camera }: Drawing, rect: PixelRect): void {
  const { x, y, width, height } = onCanvas(camera, rect);
  context.fillStyle = '#3a3a3a';
  context.fillRect(x, y, width, height);
}

function drawGround({ context, camera }: Drawing, [a, b]: readonly [PixelRect, PixelRect]): void {
  const { x, y, width, height } = onCanvas(camera, uniteRects(a, b));
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  context.fillStyle = '#2a2a2a';
  context.fillRect(x, y, width, height);
  context.strokeStyle = '#6a6a6a';
  context.beginPath();
  for (let at = x - height; at < x + width; at += 12) {
    context.moveTo(at, y + height);
    context.lineTo(at + height, y);
  }
  context.stroke();
  context.restore();
}

function onCanvas(camera: Drawing['camera'], rect: PixelRect) {
  return {
    x: Math.round((rect.x - camera.x) * camera.scale),
    y: Math.round((rect.y - camera.y) * camera.scale),
    width: Math.round(rect.width * camera.scale),
    height: Math.round(rect.height * camera.scale),
  };
}
