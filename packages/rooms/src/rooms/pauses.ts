import type { Cost } from './Tick.ts';

/**
 * Of a process that has time, and of one that has little. A screen draws every 16.7 ms: whoever is told more often sees
 * no more of it.
 */
const presencePauseMs = { quiet: 15, loaded: 33 } as const;
/** Where a process begins to have little time, and where it has none. */
const load = { from: 0.5, to: 0.8 } as const;
/** Nobody's cursor is told of more rarely. */
const longestMs = 400;
/** What telling of cursors may take: of a core, for one room; and of each reader's line. */
const coreShare = 0.25;
const bytesPerMs = (94 * 1024) / 1000;

const changesPauseMs = 10;

/** Edits that come within it are applied, kept and told together. */
export function changesPause(): number {
  return changesPauseMs;
}

/**
 * How long a room's cursors wait after they were told: as long as what they cost allows. So a crowd hears of each
 * cursor more rarely, and no room takes the time of others.
 *
 * @param busy how much of its core the process has been using, 0…1
 */
export function presencePause({ tookMs, bytes }: Cost, busy: number): number {
  const shortage = Math.min(1, Math.max(0, (busy - load.from) / (load.to - load.from)));
  const floor = presencePauseMs.quiet + shortage * (presencePauseMs.loaded - presencePauseMs.quiet);
  return Math.min(longestMs, Math.max(floor, tookMs / coreShare, bytes / bytesPerMs));
}
