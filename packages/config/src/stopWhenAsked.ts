import type { Log } from './createLog.ts';

/** Ends in order on a signal, and when the process that started this one is gone, so that nothing is left behind. */
export function stopWhenAsked(stop: () => Promise<void>, log: Log): void {
  let asked = false;
  const heard = (reason: string) => {
    if (asked) return;
    asked = true;
    log.info({ reason }, 'stopping');
    stop().then(
      () => process.exit(0),
      (err: unknown) => {
        log.error({ err }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => heard('SIGTERM'));
  process.on('SIGINT', () => heard('SIGINT'));
  if (process.connected) process.on('disconnect', () => heard('parent gone'));
}
