import { type Listening, listen, workChannel } from '@pinpaint/db';
import type { WorkCalls } from '../ctx.ts';

/** One LISTEN connection for all the long polls of a process. */
export function listenForWork(databaseUrl: string): WorkCalls & Pick<Listening, 'ready' | 'stop'> {
  const waiting = new Set<() => void>();
  const listening = listen(databaseUrl, [workChannel], () => {
    for (const wake of [...waiting]) wake();
  });
  return {
    ready: listening.ready,
    next: (limitMs, signal) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const wake = () => {
        clearTimeout(timer);
        waiting.delete(wake);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, limitMs);
      waiting.add(wake);
      signal?.addEventListener('abort', wake, { once: true });
      if (signal?.aborted) wake();
      return promise;
    },
    stop: async () => {
      for (const wake of [...waiting]) wake();
      await listening.stop();
    },
  };
}
