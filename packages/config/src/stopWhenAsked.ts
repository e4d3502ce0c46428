import type { Log } from './createLog.ts';

/** Docker kills after 10 s unless told otherwise; what is not done by then would not be done in order either. */
export const stopWithinMs = 8_000;

type Stopping = {
  /** What still hangs then is left; it is an error. Left out: it may take as long as it takes. */
  readonly withinMs?: number;
};

/**
 * Ends in order on a signal, and when the process that started this one is gone, so that nothing is left behind. To be
 * called before anything is opened that may have to be waited for: nobody else tells a process that it is alone.
 */
export function stopWhenAsked(stop: () => Promise<void>, log: Log, { withinMs }: Stopping = {}): void {
  let asked = false;
  const heard = (reason: string) => {
    if (asked) return;
    asked = true;
    log.info({ reason }, 'stopping');
    if (withinMs) setTimeout(giveUp, withinMs);
    stop().then(
      () => process.exit(0),
      (err: unknown) => {
        log.error({ err }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  const giveUp = () => {
    log.error({ withinMs }, 'stopping took too long');
    process.exit(1);
  };
  process.on('SIGTERM', () => heard('SIGTERM'));
  process.on('SIGINT', () => heard('SIGINT'));
  if (!process.send) return;
  if (process.connected) process.on('disconnect', () => heard('parent gone'));
  else heard('parent gone');
}
