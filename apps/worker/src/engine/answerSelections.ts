import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '@pinpaint/config';
import type { EngineRunner } from './EngineRunner.ts';
import { type ClaimedSelection, type WorkerApi, WorkerApiError } from './WorkerApi.ts';

export type SelectingDeps = {
  readonly api: WorkerApi;
  readonly runner: EngineRunner;
  readonly log: Log;
  readonly draining: AbortSignal;
};

/** As for edits: whoever asks no more is missed soon. */
const waitSeconds = 5;
const backoffMs = { first: 250, most: 10_000 } as const;
/** Longer than anybody waits: what has been read by then is there for the next click. */
const lookMs = 60_000;

/** One selection after another, beside the edits: whoever points at a picture waits for no edit. */
export async function answerSelections(deps: SelectingDeps): Promise<void> {
  const { api, log, draining } = deps;
  let failures = 0;
  while (!draining.aborted) {
    try {
      const claim = await api.claimSelection(waitSeconds, draining);
      if (claim) await answerSelection(deps, claim);
      failures = 0;
    } catch (err) {
      if (draining.aborted) return;
      const waitMs = Math.min(backoffMs.most, backoffMs.first * 2 ** failures);
      failures += 1;
      log.warn({ err, waitMs }, 'no selections from the API; trying again');
      await sleep(waitMs, undefined, { signal: draining }).catch(() => undefined);
    }
  }
}

async function answerSelection(deps: SelectingDeps, claim: ClaimedSelection): Promise<void> {
  const { api, log } = deps;
  const { selectionId } = claim;
  try {
    const answer = await look(deps, claim);
    if (answer) await api.answerSelection(selectionId, answer);
    else await api.failSelection(selectionId);
    log.info({ selectionId, found: answer !== null }, 'selection done');
  } catch (err) {
    if (!(err instanceof WorkerApiError && err.code === 'selection.not-waited-for')) throw err;
    log.info({ selectionId }, 'nobody waits for the selection any more');
  }
}

/** Asked without the picture first: it has mostly been read for the click before. */
async function look(
  { api, runner, log, draining }: SelectingDeps,
  { selectionId, picture, size, ...hints }: ClaimedSelection,
) {
  const signal = AbortSignal.any([draining, AbortSignal.timeout(lookMs)]);
  const again = await runner.select({ picture, crop: null, hints }, signal);
  const isUnread = again.kind === 'mask' && !again.segment;
  const outcome = isUnread ? await runner.select({ picture, crop: await fetchCrop(), hints }, signal) : again;
  if (outcome.kind === 'mask' && outcome.segment) {
    const { mask, score } = outcome.segment;
    return { mask, score: Math.min(1, Math.max(0, score)) };
  }
  log.warn({ selectionId, outcome }, 'the model could not look');
  return null;

  async function fetchCrop() {
    const data = await api.selectionPicture(selectionId, signal);
    return { ...size, depth: 8 as const, data };
  }
}
