import type { IntentKind } from '@pinpaint/domain';
import type { Edit, PinEstimate, Worker } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { engineTitle, inCatalogue } from './engineTitle.ts';

export type EngineRow = {
  readonly name: string;
  readonly title: string;
  /** Where it runs, and what waits for it. */
  readonly says: string;
  /** null: it is connected, but can't do this. */
  readonly costs: Pick<PinEstimate['engines'][number], 'region' | 'frame'> | null;
};

type Known = {
  readonly estimate: PinEstimate;
  readonly workers: readonly Worker[];
  readonly edits: readonly Edit[];
};

/** Engines that can, the cheapest first, then those connected here that can't. */
export function engineRows({ estimate, workers, edits }: Known): readonly EngineRow[] {
  const able = new Set(estimate.engines.map(({ name }) => name));
  const others = new Set(workers.flatMap(({ engines }) => engines.map(({ name }) => name)));
  const row = (name: string, costs: EngineRow['costs']): EngineRow => ({
    name,
    title: engineTitle(name),
    says: placeText(name, workers, edits),
    costs,
  });
  return [
    ...estimate.engines.map(({ name, region, frame }) => row(name, { region, frame })),
    ...[...others].filter((name) => !able.has(name)).map((name) => row(name, null)),
  ];
}

export function cantText(kind: IntentKind | undefined): string {
  return kind ? texts.edit.cant[kind] : texts.edit.unread;
}

function placeText(name: string, workers: readonly Worker[], edits: readonly Edit[]): string {
  const runs = inCatalogue(name)?.runs ?? 'own-machine';
  const at = workers.find(({ engines }) => engines.some((engine) => engine.name === name))?.name;
  const where = (runs === 'own-machine' && at) || texts.edit.runs[runs];
  const waiting = edits.filter(({ engine, state }) => engine === name && state === 'queued').length;
  return [where, waiting > 0 && texts.edit.engineWaiting(waiting)].filter(Boolean).join(' · ');
}
