import { readFile } from 'node:fs/promises';
import { boundsOfRegion, intersectRects, type PixelRect, type Region } from '@pinpaint/domain';
import { type AlphaPlane, alphaOver, makeAlpha, rasterise } from '@pinpaint/imaging';
import { masterFormat } from '../master/masterFormat.ts';
import { decodeAlpha } from '../wire/encodeAlpha.ts';
import { decodePatch } from '../wire/encodePatch.ts';
import type { LaidLayer, VersionSource } from './compositeStrips.ts';
import type { EvidenceFile, EvidenceFiles, EvidenceLayer } from './evidenceFiles.ts';

export type OpenEvidence = {
  readonly source: VersionSource;
  readonly permitted: readonly AlphaPlane[];
  readonly locks: readonly AlphaPlane[];
};

/**
 * Unpacks layers and planes.
 *
 * @throws UnreadableFile for one that is missing or no picture of its kind and size.
 */
export async function openEvidence(files: EvidenceFiles): Promise<OpenEvidence> {
  const { bounds, masterPath } = files;
  if (!masterPath) throw new UnreadableFile('the master');
  const { depth } = await masterFormat(masterPath);
  const laid = new Map<number, LaidLayer>();
  for (const layer of files.layers) laid.set(layer.place, await unpackLayer(layer, depth));
  const permitted: AlphaPlane[] = [];
  for (const { file, rect } of files.permitted) permitted.push(await readAlpha(file, rect));
  const locks: AlphaPlane[] = [];
  for (const lock of files.locks) {
    const over = lock.layers.flatMap((place) => laid.get(place) ?? []);
    const plane = await lockPlane(lock, bounds, over);
    if (plane) locks.push(plane);
  }
  return { source: { masterPath, bounds, layers: [...laid.values()] }, permitted, locks };
}

/** Has the name of the file for people. */
export class UnreadableFile extends Error {
  constructor(name: string) {
    super(name);
    this.name = 'UnreadableFile';
  }
}

async function unpackLayer({ rect, opacity, ...files }: EvidenceLayer, depth: 8 | 16): Promise<LaidLayer> {
  const { width, height } = rect;
  const png = await readBytes(files.patch);
  const patch = await decodePatch(png, { width, height, depth, channels: 3 });
  if (!patch.ok) throw new UnreadableFile(files.patch.name);
  const alpha = await readAlpha(files.alpha, rect);
  return { patch: { x: rect.x, y: rect.y, picture: patch.value }, alpha, opacity };
}

/** The lock where layers made since it was set show at all; what lay there before is not its matter. */
async function lockPlane(
  lock: EvidenceFiles['locks'][number],
  bounds: PixelRect,
  layers: readonly LaidLayer[],
): Promise<AlphaPlane | null> {
  const around = lock.region.kind === 'none' ? bounds : boundsOfRegion(lock.region);
  const rect = around && intersectRects(around, bounds);
  if (!rect) return null;
  const locked = await rasteriseLock(lock, rect);
  const plane = makeAlpha(rect);
  for (const { alpha } of layers) {
    const shown = alphaOver(alpha, rect).data;
    for (let i = 0; i < plane.data.length; i += 1) {
      if (locked.data[i] && shown[i]) plane.data[i] = 255;
    }
  }
  return plane;
}

/** A lock whose mask is no mask holds its whole rectangle: a lock always wins. */
async function rasteriseLock(
  { region, mask }: EvidenceFiles['locks'][number],
  rect: PixelRect,
): Promise<AlphaPlane> {
  if (region.kind !== 'raster') return rasterise(region, rect);
  const plane = mask && (await decodeAlpha(await readBytes(mask), region.rect));
  if (!plane?.ok) return rasterise(rectangleOf(region.rect), rect);
  return rasterise(region, rect, new Map([[region.mask, plane.value.data]]));
}

function rectangleOf(rect: PixelRect): Region {
  return { kind: 'rectangle', ...rect };
}

async function readAlpha(file: EvidenceFile, rect: PixelRect): Promise<AlphaPlane> {
  const alpha = await decodeAlpha(await readBytes(file), rect);
  if (!alpha.ok) throw new UnreadableFile(file.name);
  return alpha.value;
}

async function readBytes({ path, name }: EvidenceFile): Promise<Uint8Array> {
  if (!path) throw new UnreadableFile(name);
  return readFile(path);
}
