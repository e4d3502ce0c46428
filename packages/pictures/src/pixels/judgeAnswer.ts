import { readFile } from 'node:fs/promises';
import {
  type FlagCode,
  flagsOf,
  type IntentKind,
  type PixelRect,
  type Region,
  worstOf,
} from '@pinpaint/domain';
import {
  type AlphaPlane,
  countBeyond,
  cropPicture,
  type Picture,
  type Placed,
  type ProofCounts,
  trimAlpha,
} from '@pinpaint/imaging';
import { fromEngineSpace, toEngineSpace } from '../colour/engineSpace.ts';
import type { MasterFormat } from '../master/masterFormat.ts';
import { type BaseSource, readBase } from './base.ts';
import { type ArtworkToCut, drawArtwork } from './cutArtwork.ts';
import { judgeLayer } from './judgeLayer.ts';
import { leaveUnseen } from './leaveUnseen.ts';
import { lockPlane, type StoredAlpha, unpackAlpha } from './lockTest.ts';
import { type MaskFiles, readableLocks, unpackMasks } from './masks.ts';
import { measureCutAway } from './measureCutAway.ts';
import type {
  AnsweredCandidate,
  AnsweredProvenance,
  AnswerShape,
  ArtworkPlane,
} from './parcel/engineParcels.ts';
import { type AnswerError, readAnswer } from './parcel/readAnswer.ts';
import { resizePicture, resizePlane } from './resize.ts';

export type JudgeAnswer = BaseSource & {
  /** The parcel as the worker sent it; of some megabytes, so it is read where it is judged. */
  readonly answerPath: string;
  readonly shape: AnswerShape;
  readonly kind: IntentKind;
  readonly cropRect: PixelRect;
  readonly permitted: StoredAlpha;
  readonly existing: PixelRect;
  readonly locks: readonly Region[];
  readonly masks: MaskFiles;
  /** What was placed; null: nothing. */
  readonly artwork: ArtworkToCut | null;
};

/** What was found, with the files of a layer as they are to be stored. */
export type JudgedCandidate = {
  readonly patchPng: Uint8Array;
  readonly alphaPng: Uint8Array;
  readonly rect: PixelRect;
  readonly seed: number;
  readonly figures: Readonly<Record<string, number>>;
  readonly flags: readonly FlagCode[];
  readonly proof: ProofCounts;
  /** As the engine said it; null: it said nothing. */
  readonly provenance: AnsweredProvenance | null;
};

export type RefusedAnswer = {
  readonly refused:
    | AnswerError['code']
    /** It changes more than was permitted. */
    | 'answer.beyond-permitted'
    /** None of its candidates changes anything that is seen. */
    | 'answer.nothing-changed';
};

/** Checks, composites, proves and measures what an engine answered; of a lie nothing is kept. The best first. */
export async function judgeAnswer(wish: JudgeAnswer): Promise<readonly JudgedCandidate[] | RefusedAnswer> {
  const answered = readAnswer(await readFile(wish.answerPath), wish.shape);
  if (!answered.ok) return { refused: answered.error.code };
  const [{ base, format }, permitted, masks, artwork] = await Promise.all([
    readBase(wish, wish.cropRect),
    unpackAlpha(wish.permitted),
    unpackMasks(wish.locks, wish.masks),
    wish.artwork && drawArtwork(wish.artwork),
  ]);
  const locked = lockPlane(wish.cropRect, readableLocks(wish.locks, masks), masks);
  const place: Place = { wish, base, format, permitted, locked, artwork };
  const judged: JudgedCandidate[] = [];
  for (const candidate of answered.value) {
    const one = await judge(candidate, place);
    if (one === null) continue;
    if ('refused' in one) return one;
    judged.push(one);
  }
  return judged.length > 0 ? judged.sort(byRank) : { refused: 'answer.nothing-changed' };
}

type Place = {
  readonly wish: JudgeAnswer;
  readonly base: Placed;
  readonly format: MasterFormat;
  readonly permitted: AlphaPlane;
  readonly locked: AlphaPlane;
  readonly artwork: ArtworkPlane | null;
};

/** null: it changes nothing, which is no lie, but nothing to choose either. */
async function judge(
  candidate: AnsweredCandidate,
  { wish, base, format, permitted, locked, artwork }: Place,
): Promise<JudgedCandidate | RefusedAnswer | null> {
  const { cropRect, kind, existing, shape } = wish;
  const used: AlphaPlane = {
    rect: cropRect,
    data: await resizePlane(candidate.usedAlpha, shape.size, cropRect),
  };
  const isResized = shape.size.width !== cropRect.width || shape.size.height !== cropRect.height;
  if (isResized) keepWithin(used, permitted);
  if (countBeyond(used, permitted) > 0) return { refused: 'answer.beyond-permitted' };
  leaveUnseen(used, base, existing);
  const alpha = trimAlpha(used);
  if (!alpha) return null;
  const given = toEngineSpace(base.picture, format.icc);
  const patch = await resizePicture(pictureOf(candidate), cropRect);
  const own = fromEngineSpace(patch, format.icc, { given, source: base.picture });
  const cut = cropPicture({ x: cropRect.x, y: cropRect.y, picture: own }, alpha.rect).picture;
  const layer = await judgeLayer({ alpha, patch: cut, base, permitted, locked, kind, existing });
  const { patchPng, alphaPng, proof } = layer;
  if (proof.changedInside + proof.changedOutside === 0) return null;
  const figures = {
    ...candidate.figures,
    ...layer.figures,
    ...(artwork && { cutAway: measureCutAway(artwork, used, existing) }),
  };
  const { seed, provenance = null } = candidate;
  return { patchPng, alphaPng, rect: alpha.rect, seed, figures, flags: flagsOf(figures), proof, provenance };
}

/** Resampling smears an alpha over the edge it kept at the engine's size. */
function keepWithin(used: AlphaPlane, permitted: AlphaPlane): void {
  const { rect } = used;
  const limit = permitted.rect;
  for (let i = 0; i < used.data.length; i += 1) {
    const x = rect.x + (i % rect.width) - limit.x;
    const y = rect.y + Math.floor(i / rect.width) - limit.y;
    const inside = x >= 0 && y >= 0 && x < limit.width && y < limit.height;
    used.data[i] = Math.min(used.data[i] ?? 0, inside ? (permitted.data[y * limit.width + x] ?? 0) : 0);
  }
}

function pictureOf({ patch }: AnsweredCandidate): Picture {
  const { width, height } = patch;
  return patch.depth === 8
    ? { width, height, channels: 3, depth: 8, data: patch.data }
    : { width, height, channels: 3, depth: 16, data: patch.data };
}

/** Fewer warnings first, then the one whose worst figure is better. */
function byRank(a: JudgedCandidate, b: JudgedCandidate): number {
  return a.flags.length - b.flags.length || worstOf(a.figures).share - worstOf(b.figures).share;
}
