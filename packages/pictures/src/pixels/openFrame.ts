import { intersectRects, type PixelRect, rectArea } from '@pinpaint/domain';
import { makePicture, type Picture, type PixelReader, type PixelView } from '@pinpaint/imaging';
import { toEngineSpace } from '../colour/engineSpace.ts';
import { type MasterFormat, masterFormat, masterTilePx } from '../master/masterFormat.ts';
import { compositeRect, type VersionSource } from '../version/compositeStrips.ts';
import { type BaseSource, unpackLayer } from './base.ts';

/** Reads a frame as it stands, in sRGB at 8 bits and as small as is asked for, a band at a time. */
export async function openFrame({ masterPath, bounds, layers }: BaseSource): Promise<PixelReader> {
  const format = await masterFormat(masterPath);
  const laid = await Promise.all(layers.map((layer) => unpackLayer(layer, format)));
  const source: VersionSource = { masterPath, bounds, layers: laid };
  return async (wanted, mostPixels) => {
    const rect = intersectRects(wanted, bounds);
    if (!rect) throw new RangeError('openFrame: the rectangle lies outside the frame');
    return shrunk(source, {
      rect,
      cellPx: Math.ceil(Math.sqrt(rectArea(rect) / Math.max(1, mostPixels))),
      format,
    });
  };
}

type Shrink = { readonly rect: PixelRect; readonly cellPx: number; readonly format: MasterFormat };

/** Each new pixel is the mean of a square of whole ones; what is left over at right and bottom is left out. */
async function shrunk(source: VersionSource, { rect, cellPx, format }: Shrink): Promise<PixelView> {
  const [cell, columns] = [cellPx, Math.max(1, Math.floor(rect.width / cellPx))];
  const rows = Math.max(1, Math.floor(rect.height / cellPx));
  const size = { width: columns, height: rows };
  const covered = {
    ...rect,
    width: Math.min(rect.width, columns * cell),
    height: Math.min(rect.height, rows * cell),
  };
  const picture = makePicture({ ...size, channels: 3, depth: 8 });
  const bandRows = Math.max(1, Math.floor(masterTilePx / cell));
  for (let row = 0; row < rows; row += bandRows) {
    const y = covered.y + row * cell;
    const height = Math.min(bandRows * cell, covered.y + covered.height - y);
    const { picture: band } = await compositeRect(source, { ...covered, y, height }, format);
    averageInto(toEngineSpace(band, format.icc), picture, { row, cell });
  }
  return { rect: covered, picture };
}

function averageInto(
  band: Picture,
  to: Picture,
  { row, cell }: { readonly row: number; readonly cell: number },
): void {
  const rows = Math.max(1, Math.floor(band.height / cell));
  const full = band.depth === 16 ? 257 : 1;
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < to.width; x += 1) {
      for (let channel = 0; channel < 3; channel += 1) {
        const mean = meanOf(band, { x: x * cell, y: y * cell, cell, channel });
        to.data[((row + y) * to.width + x) * 3 + channel] = mean / full + 0.5;
      }
    }
  }
}

type Cell = { readonly x: number; readonly y: number; readonly cell: number; readonly channel: number };

function meanOf({ data, width, height, channels }: Picture, { x, y, cell, channel }: Cell): number {
  const [right, bottom] = [Math.min(width, x + cell), Math.min(height, y + cell)];
  let sum = 0;
  for (let row = y; row < bottom; row += 1) {
    for (let column = x; column < right; column += 1)
      sum += data[(row * width + column) * channels + channel] ?? 0;
  }
  return sum / Math.max(1, (right - x) * (bottom - y));
}
