import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FramePoint, type PixelRect, rectOfSize } from '@pinpaint/domain';
import { type Picture, rasterise } from '@pinpaint/imaging';
import sharp from 'sharp';
import { fixturesDir } from '../../../apps/cli/src/stack/checkout.ts';

/** A thing in a fixture: how a note shows it, and what it really covers. */
export type Thing = {
  readonly id: string;
  readonly picture: Picture;
  readonly bounds: PixelRect;
  /** As the note's author drew it. */
  readonly region: readonly FramePoint[];
  /** Of each pixel 1 inside, 0 outside, 2 where a lock lies and nothing counts. */
  readonly truth: Uint8Array;
};

type CasesFile = {
  readonly cases: readonly {
    readonly id: string;
    readonly region?: readonly FramePoint[];
    readonly locks?: readonly { readonly polygon: readonly FramePoint[] }[];
  }[];
};
type MaskFile = {
  readonly image: string;
  readonly outlines: readonly (readonly FramePoint[])[];
  readonly without: readonly (readonly FramePoint[])[];
};

const ids = [
  'face-warmer',
  'patch-off',
  'saucer-blue',
  'spoon-off',
  'bowl-blue',
  'fig',
  'tree-off',
  'dog-off',
] as const;

/** `ladybird-add` points at no thing, and `wide-16x9` has no region. */
export async function* readThings(): AsyncGenerator<Thing> {
  const { cases } = await readJson<CasesFile>('cases.json');
  for (const id of ids) {
    const mask = await readJson<MaskFile>(`masks/${id}.json`);
    const picture = await readPicture(mask.image);
    const bounds = rectOfSize(picture);
    const { region, locks } = drawnFor(cases, id);
    const truth = cover(mask.outlines, mask.without, bounds);
    for (const lock of locks) mark(truth, lock, { bounds, as: 2 });
    yield { id, picture, bounds, region, truth };
  }
}

type Drawn = { readonly region: readonly FramePoint[]; readonly locks: readonly (readonly FramePoint[])[] };

/** The fig is what the bowl's note locks: its region is that lock, and nothing is locked. */
function drawnFor(cases: CasesFile['cases'], id: string): Drawn {
  const of = (wanted: string) => cases.find((one) => one.id === wanted);
  const locks = (of(id === 'fig' ? 'bowl-blue' : id)?.locks ?? []).map((lock) => lock.polygon);
  return id === 'fig' ? { region: locks[0] ?? [], locks: [] } : { region: of(id)?.region ?? [], locks };
}

function cover(outlines: MaskFile['outlines'], without: MaskFile['without'], bounds: PixelRect): Uint8Array {
  const truth = new Uint8Array(bounds.width * bounds.height);
  for (const outline of outlines) mark(truth, outline, { bounds, as: 1 });
  for (const outline of without) mark(truth, outline, { bounds, as: 0 });
  return truth;
}

function mark(
  truth: Uint8Array,
  points: readonly FramePoint[],
  { bounds, as }: { readonly bounds: PixelRect; readonly as: number },
): void {
  rasterise({ kind: 'lasso', points }, bounds).data.forEach((alpha, i) => {
    if (alpha >= 128) truth[i] = as;
  });
}

async function readJson<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(join(fixturesDir, name), 'utf8')) as T;
}

async function readPicture(name: string): Promise<Picture> {
  const { data, info } = await sharp(join(fixturesDir, name))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: 3, depth: 8, data: new Uint8Array(data) };
}
