import { readFile } from 'node:fs/promises';
import type { Region, Wish } from '@pinpaint/domain';
import {
  type AlphaPlane,
  alphaOver,
  composite,
  cropPicture,
  type Picture,
  permittedAlpha,
  planCrop,
  rasterise,
} from '@pinpaint/imaging';
import sharp from 'sharp';
import type { EngineCandidate, EngineRequest } from '../engine.ts';
import { pictureOf } from './aRequest.ts';

const fixtures = new URL('../../../../fixtures/', import.meta.url);

type FixtureCase = {
  readonly id: string;
  readonly image: string;
  readonly note: string;
  readonly region: readonly (readonly [number, number])[];
  readonly locks: readonly { readonly polygon: readonly (readonly [number, number])[] }[];
};

/**
 * A fixture's photograph with region and locks, as the product would hand them to an engine. `open` is what
 * of the region is not locked, over the whole picture.
 */
export async function aFixtureCase(id: string, wish: Wish) {
  const { cases }: { cases: readonly FixtureCase[] } = JSON.parse(
    await readFile(new URL('cases.json', fixtures), 'utf8'),
  );
  const found = cases.find((one) => one.id === id);
  if (!found) throw new Error(`aFixtureCase: there is no case ${id}`);
  const picture = await load(new URL(found.image, fixtures));
  const bounds = { x: 0, y: 0, width: picture.width, height: picture.height };
  const region: Region = { kind: 'lasso', points: found.region };
  const locks = found.locks.map(({ polygon }): Region => ({ kind: 'lasso', points: polygon }));
  const permitted = permittedAlpha({ region, locks, bounds });
  const plan =
    permitted && planCrop(permitted.rect, bounds, { contextRatio: 1 / 16, minContextPx: 32, stridePx: 8 });
  if (!permitted || !plan) throw new Error(`aFixtureCase: nothing of ${id} may change`);
  const { rect } = plan;
  const data = cropPicture({ x: 0, y: 0, picture }, rect).picture.data;
  if (!(data instanceof Uint8Array)) throw new Error('aFixtureCase: fixtures have 8 bits');
  const request: EngineRequest = {
    crop: { width: rect.width, height: rect.height, depth: 8, data },
    permittedAlpha: alphaOver(permitted, rect).data,
    region: rasterise(region, rect).data,
    known: new Uint8Array(rect.width * rect.height).fill(255),
    locked: union(locks.map((lock) => rasterise(lock, rect))) ?? new Uint8Array(rect.width * rect.height),
    intent: { wish, keep: ['the background'], confidence: 1 },
    note: found.note,
    seed: 1,
    strength: 1,
    variants: 1,
  };
  const layOver = ({ patch, usedAlpha }: EngineCandidate): Picture =>
    composite(
      { x: 0, y: 0, picture },
      {
        patch: { x: rect.x, y: rect.y, picture: pictureOf(patch) },
        alpha: { rect, data: usedAlpha },
        opacity: 255,
      },
    );
  const locked = union(locks.map((lock) => rasterise(lock, bounds)));
  const open = rasterise(region, bounds).data.map((value, i) => ((locked?.[i] ?? 0) === 0 ? value : 0));
  return { picture, request, layOver, open };
}

async function load(url: URL): Promise<Picture> {
  const { data, info } = await sharp(await readFile(url))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: 3, depth: 8, data: new Uint8Array(data) };
}

function union(planes: readonly AlphaPlane[]): Uint8Array | undefined {
  const [first, ...others] = planes;
  return first?.data.map((value, i) =>
    others.reduce((most, { data }) => Math.max(most, data[i] ?? 0), value),
  );
}
