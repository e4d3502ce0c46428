import { performance } from 'node:perf_hooks';

/** The time, and what waits for it. */
export interface Clock {
  nowMs(): number;
  /** Runs later; with 0 as soon as everything has been read that has come already. */
  later(ms: number, run: () => void): void;
  /** How much of its one core this process has been using, 0…1. */
  load(): number;
}

/** How often the load is looked at. */
const lookMs = 500;

export function createClock(): Clock {
  let [load, lookedAt, before] = [0, 0, performance.eventLoopUtilization()];
  return {
    nowMs: () => performance.now(),
    later(ms, run) {
      if (ms <= 0) setImmediate(run);
      else setTimeout(run, ms);
    },
    load() {
      const now = performance.now();
      if (now - lookedAt < lookMs) return load;
      const at = performance.eventLoopUtilization();
      load = performance.eventLoopUtilization(at, before).utilization;
      [lookedAt, before] = [now, at];
      return load;
    },
  };
}
