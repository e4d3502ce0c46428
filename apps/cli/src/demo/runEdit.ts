import { type EditId, newId, type PinId, usdText } from '@pinpaint/domain';
import { z } from 'zod';
import { ApiRefusal } from '../api/ApiClient.ts';
import type { Stage } from './openStage.ts';
import type { CaseReport } from './report.ts';
import { type Candidate, candidates, type Edit, edit } from './schemas.ts';

/** A candidate is there, the best of those proposed. */
export type Proposal = {
  readonly kind: 'proposed';
  readonly edit: Edit;
  readonly best: Candidate;
  readonly ms: NonNullable<CaseReport['ms']>;
};

export type EditEnd =
  | Proposal
  | { readonly kind: 'needs-engine'; readonly says: string }
  | { readonly kind: 'failed'; readonly engine: string; readonly says: string };

/** Longer than any local engine takes on the largest picture. */
const editLimitMs = 10 * 60_000;

/** As the artist: starts the edit and waits for its candidates. */
export async function runEdit(
  { artist }: Stage,
  pinId: PinId,
  step: (what: string) => void,
): Promise<EditEnd> {
  const editId = newId<EditId>();
  const askedAt = performance.now();
  try {
    const queued = await artist.post(`/pins/${pinId}/edits`, { id: editId }, edit);
    step(estimateSays(queued));
  } catch (error) {
    const says = cannotSays(error);
    if (says !== null) return { kind: 'needs-engine', says };
    throw error;
  }
  let said = '';
  const ended = await artist.until(`/edits/${editId}`, edit, {
    wanted: ({ state }) => state !== 'queued' && state !== 'running',
    limitMs: editLimitMs,
    seen({ state, engine, progress }) {
      const line =
        state === 'running' ? `${engine} ${Math.round(progress * 10) * 10} %` : `${engine} ${state}`;
      if (line !== said) step(line);
      said = line;
    },
  });
  if (ended.state !== 'proposed') {
    return {
      kind: 'failed',
      engine: ended.engine,
      says: ended.failure?.says ?? ended.failure?.code ?? ended.state,
    };
  }
  const { items } = await artist.get(`/edits/${editId}/candidates`, candidates);
  const total = performance.now() - askedAt;
  const best = items.find(({ rank }) => rank === 1);
  if (!best)
    return { kind: 'failed', engine: ended.engine, says: 'The edit was proposed without a candidate.' };
  return { kind: 'proposed', edit: ended, best, ms: timesOf(ended, best, total) };
}

/** "grade: The only one connected that can; about 1.2 s, $0.00" */
function estimateSays({ engine, choice, estimate: { region } }: Edit): string {
  return `${engine}: ${choice ? `${choice.text}; ` : ''}about ${region.seconds.toFixed(1)} s, ${usdText(region.usd)}`;
}

const needsEngine = z.looseObject({ text: z.string() });

/** What a person reads when nothing here can do it; null for any other error. */
function cannotSays(error: unknown): string | null {
  if (!(error instanceof ApiRefusal) || error.code !== 'edit.needs-engine') return null;
  const facts = needsEngine.safeParse(error.facts);
  return facts.success ? facts.data.text : error.message;
}

/** queue: until a worker has it; publish: from its answer to the candidate. Engine: inside Engine.run. */
function timesOf({ timings }: Edit, best: Candidate, totalMs: number): Proposal['ms'] {
  const at = (time: string | null) => (time ? Date.parse(time) : 0);
  return {
    queue: at(timings.startedAt) - at(timings.createdAt),
    engine: Math.round(timings.engineMs ?? 0),
    publish: at(best.createdAt) - at(timings.answeredAt),
    total: Math.round(totalMs),
  };
}
