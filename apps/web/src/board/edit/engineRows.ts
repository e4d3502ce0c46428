import { type IntentKind, knownEngine } from '@pinpaint/domain';
import type { Edit, PinEstimate, Worker } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { engineTitle } from './engineTitle.ts';

export type EngineRow = Pick<PinEstimate['engines'][number], 'name' | 'region' | 'frame'> & {
  readonly title: string;
  /** Where it runs, and what waits for it. */
  readonly says: string;
};

type Known = {
  readonly estimate: PinEstimate;
  readonly workers: readonly Worker[];
  readonly edits: readonly Edit[];
};

/** Engines that can, the cheapest first. */
export function engineRows({ estimate, workers, edits }: Known): readonly EngineRow[] {
  return estimate.engines.map(({ name, region, frame }) => ({
    name,
    region,
    frame,
    title: engineTitle(name),
    says: placeText(name, workers, edits),
  }));
}

/** "Can’t add: Heal, Grade": those connected that can't do this; null where all can. */
export function unableText({ estimate, workers }: Omit<Known, 'edits'>): string | null {
  const able = new Set(estimate.engines.map(({ name }) => name));
  const connected = new Set(workers.flatMap(({ engines }) => engines.map(({ name }) => name)));
  const unable = [...connected].filter((name) => !able.has(name)).map(engineTitle);
  const kind = estimate.reading.wish?.kind;
  return unable.length > 0 ? `${cantText(kind)}: ${unable.join(', ')}` : null;
}

function cantText(kind: IntentKind | undefined): string {
  return kind ? texts.edit.cant[kind] : texts.edit.unread;
}

function placeText(name: string, workers: readonly Worker[], edits: readonly Edit[]): string {
  const { runs } = knownEngine(name);
  const at = workers.find(({ engines }) => engines.some((engine) => engine.name === name))?.name;
  const where = (runs === 'own-machine' && at) || texts.edit.runs[runs];
  const waiting = edits.filter(({ engine, state }) => engine === name && state === 'queued').length;
  return [where, waiting > 0 && texts.edit.engineWaiting(waiting)].filter(Boolean).join(' · ');
}
