import type { Db, Prisma, Tx } from '@pinpaint/db';
import {
  type Choice,
  type Cost,
  choiceText,
  type EditId,
  type EditState,
  type ExpectedCost,
  type FrameId,
  type Intent,
  type PinId,
  type PixelRect,
  type Region,
  type VersionId,
} from '@pinpaint/domain';
import { type Names, namesOf } from '../access/names.ts';
import type { RateWaits } from '../workers/rateWaits.ts';
import type { AreaEstimate } from './estimateArea.ts';

export type Edit = {
  readonly id: EditId;
  readonly frameId: FrameId;
  readonly pinId: PinId | null;
  /** null: it draws a frame's first picture, from words alone. */
  readonly baseVersionId: VersionId | null;
  readonly retryOfId: EditId | null;
  /** The edit of another frame of the series that this one repeats. */
  readonly carriedFromId: EditId | null;
  readonly state: EditState;
  readonly engine: string;
  readonly intent: Intent;
  readonly note: string;
  readonly region: Region;
  readonly seed: number;
  readonly strength: number;
  readonly variants: number;
  readonly growPx: number | null;
  readonly featherPx: number | null;
  /** 0…1 of the engine's run. */
  readonly progress: number;
  /** How many are served before it where it waits in a service's queue; null: it doesn't. */
  readonly ahead: number | null;
  /** It is ready, but its service may not be called again before about then; null: it waits for no rate. */
  readonly waitsForRate: { readonly service: string; readonly until: string } | null;
  /** What its run looks like so far, for those who ask for it; null: it doesn't run, or nothing has come yet. */
  readonly preview: PreviewFacts | null;
  /** How often a worker began it. */
  readonly attempts: number;
  readonly estimate: AreaEstimate;
  /** Why this engine; null for an edit of before that was kept. */
  readonly choice: SaidChoice | null;
  /** As it came out; null until the engine has answered. */
  readonly cost: Cost | null;
  /** Where the permitted alpha and the crop lie; null until they are made. */
  readonly permittedRect: PixelRect | null;
  readonly cropRect: PixelRect | null;
  readonly failure: { readonly code: string; readonly says: string | null } | null;
  readonly timings: {
    readonly createdAt: string;
    readonly preparedAt: string | null;
    readonly startedAt: string | null;
    readonly answeredAt: string | null;
    readonly endedAt: string | null;
    /** Inside the engine, as its worker says. */
    readonly engineMs: number | null;
  };
  /** A person, or the guest whose note the project's policy acted on. */
  readonly createdBy: string;
  /** null: erased. */
  readonly createdByName: string | null;
  /** Started by the project's policy, not by hand. */
  readonly byPolicy: boolean;
};

export type PreviewFacts = {
  /** Each is another picture. */
  readonly at: string;
  /** Of those that run together, from 0. */
  readonly variant: number;
};

/** The facts for a screen, and the same as text for everywhere else. */
export type SaidChoice = Choice & { readonly text: string };

export function sayChoice(choice: Choice): SaidChoice {
  return { ...choice, text: choiceText(choice) };
}

/** An edit with who is behind it by name. Just moved, it waits for no rate yet, or no longer. */
export async function viewEdit(db: Db | Tx, row: Prisma.EditModel, waits?: RateWaits): Promise<Edit> {
  return toEdit(row, await namesOf(db, [row.createdBy]), waits);
}

export function toEdit(row: Prisma.EditModel, names: Names, waits?: RateWaits): Edit {
  const wait = waits?.get(row.id);
  return {
    id: row.id as EditId,
    frameId: row.frameId as FrameId,
    pinId: row.pinId as PinId | null,
    baseVersionId: row.baseVersionId as VersionId | null,
    retryOfId: row.retryOfId as EditId | null,
    carriedFromId: row.carriedFromId as EditId | null,
    state: row.state,
    engine: row.engine,
    intent: row.intent as unknown as Intent,
    note: row.note,
    region: row.region as Region,
    seed: row.seed,
    strength: row.strength,
    variants: row.variants,
    growPx: row.growPx,
    featherPx: row.featherPx,
    progress: row.progress,
    ahead: row.state === 'running' ? row.ahead : null,
    waitsForRate: wait ? { service: wait.service, until: wait.until.toISOString() } : null,
    preview: previewOf(row),
    attempts: row.attempts,
    estimate: withSpread(row.estimate as KeptEstimate),
    choice: row.choice ? sayChoice(row.choice as Choice) : null,
    cost: row.cost as Cost | null,
    permittedRect: row.permittedRect as PixelRect | null,
    cropRect: row.cropRect as PixelRect | null,
    failure: row.failureCode ? { code: row.failureCode, says: row.failureSays } : null,
    timings: {
      createdAt: row.createdAt.toISOString(),
      preparedAt: row.preparedAt?.toISOString() ?? null,
      startedAt: row.startedAt?.toISOString() ?? null,
      answeredAt: row.answeredAt?.toISOString() ?? null,
      endedAt: row.endedAt?.toISOString() ?? null,
      engineMs: row.engineMs,
    },
    createdBy: row.createdBy,
    createdByName: names.get(row.createdBy) || null,
    byPolicy: row.byPolicy,
  };
}

/** Once the engine has answered, what it showed meanwhile is gone. */
export function previewOf(row: Prisma.EditModel): PreviewFacts | null {
  const { state, answeredAt, previewAt, previewVariant } = row;
  if (state !== 'running' || answeredAt || !previewAt) return null;
  return { at: previewAt.toISOString(), variant: previewVariant ?? 0 };
}

/** What was kept before runs were learnt from has no spread. */
type KeptEstimate = Readonly<
  Record<keyof AreaEstimate, Omit<ExpectedCost, 'spread'> & Partial<ExpectedCost>>
>;

function withSpread({ region, frame }: KeptEstimate): AreaEstimate {
  return { region: { spread: null, ...region }, frame: { spread: null, ...frame } };
}
