import { intersectRects, type PixelRect } from '@pinpaint/domain';
import {
  type AlphaPlane,
  compositeInto,
  fullSample,
  makePicture,
  type Picture,
  type Placed,
} from '@pinpaint/imaging';
import { type MasterFormat, masterFormat, masterTilePx } from '../master/masterFormat.ts';
import { readCrop } from '../master/readCrop.ts';

/** A visible layer of a version, unpacked. */
export type LaidLayer = {
  readonly patch: Placed;
  readonly alpha: AlphaPlane;
  /** 0…255 */
  readonly opacity: number;
};

export type VersionSource = {
  readonly masterPath: string;
  /** In frame space; the master lies at its origin. */
  readonly bounds: PixelRect;
  /** Lowest first. */
  readonly layers: readonly LaidLayer[];
};

/** The version from top to bottom in bands of its full width: always from the master and the layers, never a round trip. */
export async function* compositeStrips(source: VersionSource): AsyncGenerator<Placed> {
  const { bounds } = source;
  const format = await masterFormat(source.masterPath);
  for (let y = bounds.y; y < bounds.y + bounds.height; y += masterTilePx) {
    const height = Math.min(masterTilePx, bounds.y + bounds.height - y);
    yield await compositeRect(source, { x: bounds.x, y, width: bounds.width, height }, format);
  }
}

/** Any part of the version. */
export async function compositeRect(
  source: VersionSource,
  rect: PixelRect,
  known?: MasterFormat,
): Promise<Placed> {
  const format = known ?? (await masterFormat(source.masterPath));
  const target: Placed = { x: rect.x, y: rect.y, picture: blank(format, rect) };
  const inMaster = intersectRects(rect, { x: 0, y: 0, width: format.width, height: format.height });
  if (inMaster)
    lay(target, { x: inMaster.x, y: inMaster.y, picture: await readCrop(source.masterPath, inMaster) });
  for (const layer of source.layers) compositeInto(target, layer);
  return target;
}

/** Black, and opaque where there is a fourth channel: what an extend adds is picture, not glass. */
function blank({ channels, depth }: MasterFormat, { width, height }: PixelRect): Picture {
  const picture = makePicture({ width, height, channels, depth });
  if (channels === 4) {
    const full = fullSample(depth);
    for (let i = 3; i < picture.data.length; i += 4) picture.data[i] = full;
  }
  return picture;
}

function lay(target: Placed, piece: Placed): void {
  const { channels, width } = target.picture;
  const rowLength = piece.picture.width * channels;
  for (let row = 0; row < piece.picture.height; row += 1) {
    const at = ((piece.y - target.y + row) * width + (piece.x - target.x)) * channels;
    target.picture.data.set(piece.picture.data.subarray(row * rowLength, (row + 1) * rowLength), at);
  }
}
