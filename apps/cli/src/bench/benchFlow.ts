import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EditId, type FrameId, newId, type PinId, type Region } from '@pinpaint/domain';
import { openStage, type Stage } from '../demo/openStage.ts';
import { candidates, type Edit, edit, frame, made } from '../demo/schemas.ts';
import { type Target, throwAwayStack } from '../demo/throwAwayStack.ts';
import { askedToStop } from '../stack/askedToStop.ts';
import { fixturesDir } from '../stack/checkout.ts';
import { StackFailure } from '../stack/StackFailure.ts';
import { whenAborted } from '../stack/whenAborted.ts';
import { measureStart } from './measureStart.ts';
import { median, percentile } from './percentile.ts';

export type FlowFigures = {
  /** From POST of the edit to the candidate readable through the API, less the time inside Engine.run. */
  readonly overheadMs: { readonly median: number; readonly p95: number };
  /** POST to proposed candidate, medians; pixels are those the engine worked on. */
  readonly region: { readonly pixels: number; readonly seconds: number };
  readonly frame: { readonly pixels: number; readonly seconds: number };
  /** `npm start` on an installed, built and seeded checkout until it is ready. */
  readonly startMs: number;
};

const regionPx = 512;
const picture = { file: 'seeding.jpg', width: 5312, height: 2988 };
/** Whole frames take seconds each; three are enough for a median. */
const frameRuns = 3;
/** The first edits find cold code and cold caches. */
const warmUps = 5;
const editLimitMs = 5 * 60_000;

/** Edits of 512 × 512 regions of a 16-megapixel photograph with `grade`, on an embedded stack of its own. */
export async function benchFlow(edits: number, say: (line: string) => void): Promise<FlowFigures> {
  const signal = askedToStop();
  const target = await throwAwayStack(say, signal);
  const asked = whenAborted(signal);
  try {
    const figures = await Promise.race([measureEdits(target, edits, say), asked]);
    await target.stop();
    return { ...figures, startMs: await Promise.race([measureStart(say), asked]) };
  } finally {
    await target.stop();
  }
}

async function measureEdits(
  target: Target,
  edits: number,
  say: (line: string) => void,
): Promise<Omit<FlowFigures, 'startMs'>> {
  const stage = await openStage(target);
  const frameId = await upload(stage);
  for (let i = 0; i < warmUps; i += 1) await runOne(stage, frameId, placeOf(i));
  const runs: Run[] = [];
  for (let i = 0; i < edits; i += 1) {
    runs.push(await runOne(stage, frameId, placeOf(i)));
    if ((i + 1) % 10 === 0) say(`${i + 1} of ${edits} edits`);
  }
  const wholes: Run[] = [];
  for (let i = 0; i < frameRuns; i += 1) {
    say(`whole frame ${i + 1} of ${frameRuns}`);
    wholes.push(await runOne(stage, frameId, { kind: 'rectangle', x: 0, y: 0, ...sizeOf(picture) }));
  }
  const overheads = runs.map(({ totalMs, engineMs }) => totalMs - engineMs);
  return {
    overheadMs: { median: round(median(overheads)), p95: round(percentile(overheads, 95)) },
    region: summary(runs),
    frame: summary(wholes),
  };
}

async function upload({ artist, boardId }: Stage): Promise<FrameId> {
  const frameId = newId<FrameId>();
  const bytes = new Uint8Array(await readFile(join(fixturesDir, picture.file)));
  await artist.upload(`/boards/${boardId}/frames?id=${frameId}&name=bench`, bytes, frame);
  await artist.until(`/frames/${frameId}`, frame, {
    wanted: ({ state }) => state === 'ready',
    limitMs: 60_000,
  });
  return frameId;
}

type Run = { readonly totalMs: number; readonly engineMs: number; readonly pixels: number };

async function runOne({ artist }: Stage, frameId: FrameId, region: Region): Promise<Run> {
  const pinId = newId<PinId>();
  await artist.post(`/frames/${frameId}/pins`, { id: pinId, region, note: 'make it warmer' }, made);
  const editId = newId<EditId>();
  const from = performance.now();
  await artist.post(`/pins/${pinId}/edits`, { id: editId, engine: 'grade' }, edit);
  const ended: Edit = await artist.until(`/edits/${editId}`, edit, {
    wanted: ({ state }) => state !== 'queued' && state !== 'running',
    limitMs: editLimitMs,
  });
  if (ended.state !== 'proposed') {
    throw new StackFailure(
      'bench.edit',
      `An edit ${ended.state}: ${ended.failure?.says ?? ended.failure?.code}`,
    );
  }
  await artist.get(`/edits/${editId}/candidates`, candidates);
  const totalMs = performance.now() - from;
  const pixels = (ended.cropRect?.width ?? 0) * (ended.cropRect?.height ?? 0);
  return { totalMs, engineMs: ended.timings.engineMs ?? 0, pixels };
}

/** Spread over the frame in a fixed order, so that no two runs measure the same tiles twice in a row. */
function placeOf(index: number): Region {
  const columns = Math.floor(picture.width / regionPx);
  const rows = Math.floor(picture.height / regionPx);
  const cell = (index * 7) % (columns * rows);
  const [x, y] = [(cell % columns) * regionPx, Math.floor(cell / columns) * regionPx];
  return { kind: 'rectangle', x, y, width: regionPx, height: regionPx };
}

function sizeOf({ width, height }: typeof picture) {
  return { width, height };
}

function summary(runs: readonly Run[]): { pixels: number; seconds: number } {
  return {
    pixels: median(runs.map(({ pixels }) => pixels)),
    seconds: round(median(runs.map(({ totalMs }) => totalMs)) / 1000),
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
