import type { Clock } from './clock.ts';
import { serviceError } from './serviceError.ts';

export type Breaker = {
  /** Throws while the service is left alone. */
  check(): void;
  note(outcome: 'answered' | 'silent'): void;
};

/** So many calls in a row without an answer, and nobody waits for the next one for this long. */
const [mostSilent, aloneMs] = [4, 60_000];

/** A service that is down costs every edit its whole time-out; once that is plain, they fail at once. */
export function createBreaker(name: string, clock: Clock): Breaker {
  let silent = 0;
  let aloneUntil = 0;
  return {
    check() {
      if (silent < mostSilent || clock.now() >= aloneUntil) return;
      const seconds = Math.ceil((aloneUntil - clock.now()) / 1000);
      throw serviceError(
        'engine.service-down',
        `${name} has not answered ${silent} times in a row; it is asked again in ${seconds} s.`,
        0,
      );
    },
    note(outcome) {
      silent = outcome === 'answered' ? 0 : silent + 1;
      if (silent >= mostSilent) aloneUntil = clock.now() + aloneMs;
    },
  };
}
