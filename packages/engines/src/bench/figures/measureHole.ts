import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { distanceField, type EditFigure, type Foreseen, foresee, measureEdit } from '@pinpaint/imaging';
import { EngineError } from '../../engine.ts';
import { createGrade } from '../../grade/createGrade.ts';
import type { BlobHole } from '../blobHoles.ts';
import { fillByHeal } from '../fillers.ts';
import { gmsd } from '../judge/gmsd.ts';
import { swd } from '../judge/swd.ts';
import { cutRgb, type MaskPlane, type Rgb, readRgb, writeRgb } from '../raster.ts';
import { defects, withThing } from './defects.ts';

export type Figures = Readonly<Partial<Record<string, number>>>;

/** All that one hole tells. */
export type HoleRow = {
  readonly id: string;
  /** Of the picture as it truly is. */
  readonly truth: Figures;
  /** Of each made pair, the figure that the defect is about. */
  readonly made: Readonly<
    Record<string, { readonly good?: number | undefined; readonly bad?: number | undefined }>
  >;
  /** Of heal's fill, with its own. */
  readonly ours: Figures;
  readonly error: { readonly gmsd: number; readonly swd: number };
  readonly foreseen: Foreseen;
  /** Whether grade would turn the light on this region. */
  readonly canTurnLight: boolean;
  readonly measureMs: number;
};

export type HoleRequest = {
  readonly hole: BlobHole;
  /** Another picture: the thing in the hole is taken from it. */
  readonly other: Rgb;
  /** Where fills are kept, so that a second run measures the same ones; null: nowhere. */
  readonly out: string | null;
};

export async function measureHole({ hole, other, out }: HoleRequest): Promise<HoleRow> {
  const { mask, truth } = hole;
  const place = withThing(hole, pieceOf(other, hole), depthOf(mask));
  const measure = (before: Rgb, after: Rgb, only?: readonly EditFigure[]): Figures =>
    measureEdit({ before, after, alpha: mask.data, change: 'removed' }, only);
  const since = performance.now();
  const ofTruth = measure(place.thing, truth);
  const measureMs = performance.now() - since;
  const made = Object.fromEntries(
    (Object.keys(defects) as EditFigure[]).map((name) => {
      const { before, good, bad } = defects[name](place);
      const ofGood = good === truth ? ofTruth : measure(before, good, [name]);
      return [name, { good: ofGood[name], bad: measure(before, bad, [name])[name] }];
    }),
  );
  const { picture, figures } = await fillOnce(hole, out);
  const closed = new Uint8Array(mask.data.length);
  return {
    id: hole.id,
    truth: ofTruth,
    made,
    ours: { ...measure(place.thing, picture), ...figures },
    error: { gmsd: gmsd(truth, picture, mask), swd: swd(truth, picture, mask) },
    foreseen: foresee({ crop: truth, alpha: mask.data, closed, frame: truth }),
    canTurnLight: await canTurnLight(hole),
    measureMs,
  };
}

async function fillOnce(hole: BlobHole, out: string | null): Promise<{ picture: Rgb; figures: Figures }> {
  const file = out && join(out, `${hole.id}.ours.png`);
  if (file && existsSync(file)) {
    return { picture: await readRgb(file), figures: JSON.parse(await readFile(`${file}.json`, 'utf8')) };
  }
  const { picture, figures } = await fillByHeal(hole);
  if (file) {
    await writeRgb(file, picture);
    await writeFile(`${file}.json`, JSON.stringify(figures));
  }
  return { picture, figures };
}

async function canTurnLight({ request, truth }: BlobHole): Promise<boolean> {
  const change = { warmth: 0, brightness: 0, contrast: 0, saturation: 0 };
  const wish = { kind: 'relight', thing: null, change, lightFrom: 'left' } as const;
  const { width, height, data } = truth;
  const asked = {
    ...request,
    crop: { width, height, depth: 8 as const, data },
    intent: { ...request.intent, wish },
  };
  try {
    await createGrade().run(asked, new AbortController().signal, () => {});
    return true;
  } catch (error) {
    if (error instanceof EngineError) return false;
    throw error;
  }
}

function depthOf({ width, height, data }: MaskPlane): Float32Array {
  const outside = data.map((value) => (value === 0 ? 1 : 0));
  return Float32Array.from(distanceField(outside, { width, height }), Math.sqrt);
}

/** The middle of it. */
function pieceOf(other: Rgb, { truth }: BlobHole): Rgb {
  const width = Math.min(truth.width, other.width);
  const height = Math.min(truth.height, other.height);
  const [x, y] = [Math.floor((other.width - width) / 2), Math.floor((other.height - height) / 2)];
  return cutRgb(other, { x, y, width, height });
}
