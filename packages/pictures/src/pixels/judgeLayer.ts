import { type IntentKind, intersectRects, type PixelRect } from '@pinpaint/domain';
import {
  type AlphaPlane,
  alphaOver,
  type Change,
  composite,
  cropPicture,
  measureEdit,
  type Picture,
  type Placed,
  type ProofCounts,
  prove,
  rectOfPlaced,
} from '@pinpaint/imaging';
import { encodeAlpha } from '../wire/encodeAlpha.ts';
import { decodePatch, encodePatch } from '../wire/encodePatch.ts';
import { unpackAlpha } from './lockTest.ts';

export type JudgeLayer = {
  /** Trimmed to what is not 0. */
  readonly alpha: AlphaPlane;
  /** Of the alpha's rectangle, in the master's own space. */
  readonly patch: Picture;
  readonly base: Placed;
  readonly permitted: AlphaPlane;
  readonly locked: AlphaPlane;
  readonly kind: IntentKind;
  /** What had pixels before. */
  readonly existing: PixelRect;
};

export type JudgedLayer = {
  /** The very bytes that the store will know by their digest. */
  readonly patchPng: Uint8Array;
  readonly alphaPng: Uint8Array;
  readonly proof: ProofCounts;
  readonly figures: Readonly<Record<string, number>>;
};

/**
 * Makes a layer's files, lays it over its base from these files and counts what has changed. It is measured
 * while the files are written, by other threads of the process: lossless files show the same.
 */
export async function judgeLayer(wish: JudgeLayer): Promise<JudgedLayer> {
  const { alpha, patch, base } = wish;
  const writing = Promise.all([encodePatch(patch), encodeAlpha(alpha)]);
  const after = composite(base, { patch: placed(alpha.rect, patch), alpha, opacity: 255 });
  const figures = measure(wish, after);
  const [patchPng, alphaPng] = await writing;
  const proof = await proveFiles(wish, { patchPng, alphaPng });
  return { patchPng, alphaPng, proof, figures };
}

const changes = {
  recolour: 'recoloured',
  match: 'recoloured',
  relight: 'relit',
  remove: 'removed',
  extend: 'extended',
  place: 'added',
  replace: 'added',
  add: 'added',
} as const satisfies Record<IntentKind, Change>;

function measure({ alpha, base, kind }: JudgeLayer, after: Picture): Readonly<Record<string, number>> {
  // A label has an edge, and is to have it.
  if (kind === 'place') return {};
  const whole = alphaOver(alpha, rectOfPlaced(base)).data;
  return measureEdit({ before: base.picture, after, alpha: whole, change: changes[kind] });
}

async function proveFiles(
  { alpha: { rect }, base, permitted, locked, existing }: JudgeLayer,
  { patchPng, alphaPng }: Pick<JudgedLayer, 'patchPng' | 'alphaPng'>,
): Promise<ProofCounts> {
  const { width, height } = rect;
  const { depth } = base.picture;
  const [patch, alpha] = await Promise.all([
    decodePatch(patchPng, { width, height, depth, channels: 3 }),
    unpackAlpha({ rect, png: alphaPng }),
  ]);
  if (!patch.ok) throw new Error(`A patch just written can't be read: ${patch.error.code}`);
  const after = composite(base, { patch: placed(rect, patch.value), alpha, opacity: 255 });
  const had = intersectRects(rectOfPlaced(base), existing);
  const before = had ? cropPicture(base, had) : base;
  return prove({
    before,
    after: { ...base, picture: after },
    permitted: [permitted],
    locks: [locked],
  });
}

function placed({ x, y }: PixelRect, picture: Picture): Placed {
  return { x, y, picture };
}
