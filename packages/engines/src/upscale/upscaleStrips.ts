import { inflateRect, type PixelRect } from '@pinpaint/domain';
import { fullSample, makePicture, type Picture, type PictureFormat, type Placed } from '@pinpaint/imaging';
import { breathe } from '../breathe.ts';
import type { ReportProgress } from '../engine.ts';
import type { Model } from '../onnx/openModel.ts';
import { upscaleTile } from './upscaleTile.ts';
import type { UpscaleScale } from './weights.ts';

/** A picture of any size, read a band at a time. */
export type UpscaleSource = PictureFormat & {
  /** Rows of the full width, in the source's own samples. */
  readonly readRows: (y: number, rows: number) => Promise<Picture>;
};

export type UpscaleWish = {
  readonly model: Model;
  readonly scale: UpscaleScale;
  /** Of a tile's side, margins included. */
  readonly tilePx: number;
  readonly signal: AbortSignal;
  readonly progress: ReportProgress;
};

/**
 * What is made of a pixel hangs on its surroundings, less and less: of the network's at 8 px by .03 of 255; what keeps
 * it to the source looks eight farther, and colour goes on for four beneath what is transparent.
 */
const marginPx = 16;

/**
 * The enlarged picture from top to bottom, in bands; no more than a band of the source, one of the result and a
 * tile's worth of the network are in memory. Rejects with the signal's reason once it aborts, after the tile under way.
 */
export async function* upscaleStrips(
  source: UpscaleSource,
  wish: UpscaleWish,
): AsyncGenerator<Placed, void, undefined> {
  const rows = spansOf(source.height, wish.tilePx);
  const columns = spansOf(source.width, wish.tilePx);
  let done = 0;
  for (const row of rows) {
    const top = Math.max(0, row.from - marginPx);
    const bottom = Math.min(source.height, row.to + marginPx);
    const strip = await source.readRows(top, bottom - top);
    const band = makePicture(scaledFormat({ ...source, height: row.to - row.from }, wish.scale));
    for (const column of columns) {
      await breathe(wish.signal);
      const core = {
        x: column.from,
        y: row.from - top,
        width: column.to - column.from,
        height: row.to - row.from,
      };
      await layTile(band, strip, { core, wish });
      done += 1;
      wish.progress(done / (rows.length * columns.length));
    }
    yield { x: 0, y: row.from * wish.scale, picture: band };
  }
}

export function scaledFormat(format: PictureFormat, scale: number): PictureFormat {
  const { width, height, channels, depth } = format;
  return { width: width * scale, height: height * scale, channels, depth };
}

type Span = { readonly from: number; readonly to: number };

/** As few and as equal as tiles can be. */
function spansOf(length: number, tilePx: number): Span[] {
  const corePx = Math.max(1, tilePx - 2 * marginPx);
  const count = Math.ceil(length / corePx);
  const edge = (index: number) => Math.round((length * index) / count);
  return Array.from({ length: count }, (_, index) => ({ from: edge(index), to: edge(index + 1) }));
}

type TileWish = {
  /** In the strip's pixels. */
  readonly core: PixelRect;
  readonly wish: UpscaleWish;
};

async function layTile(band: Picture, strip: Picture, { core, wish }: TileWish): Promise<void> {
  const { scale } = wish;
  const { colour, alpha } = await upscaleTile(strip, inflateRect(core, marginPx), wish);
  const wide = (core.width + 2 * marginPx) * scale;
  const size = colour.length / 3;
  const full = fullSample(band.depth);
  for (let y = 0; y < core.height * scale; y++)
    for (let x = 0; x < core.width * scale; x++) {
      const from = (marginPx * scale + y) * wide + marginPx * scale + x;
      const to = (y * band.width + core.x * scale + x) * band.channels;
      for (let c = 0; c < 3; c++) band.data[to + c] = sampleOf(colour[c * size + from] ?? 0, full);
      if (alpha) band.data[to + 3] = sampleOf(alpha[from] ?? 0, full);
    }
}

function sampleOf(value: number, full: number): number {
  return Math.min(full, Math.max(0, Math.round(value * full)));
}
