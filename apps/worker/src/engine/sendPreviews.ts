import { setTimeout as sleep } from 'node:timers/promises';
import type { RunPreview } from '@pinpaint/engines';

export type Previews = {
  show(preview: RunPreview): void;
  stop(): void;
};

/** Twice a second: a service sends one with each step, and each is a write. */
const everyMs = 500;

/**
 * The newest picture of a run under way, made small; those that came meanwhile are left out. One that can't be read or
 * sent is no reason to stop: nothing hangs on it.
 */
export function sendPreviews(send: (preview: RunPreview) => Promise<void>): Previews {
  let newest: RunPreview | null = null;
  let isGoing = false;
  const stopped = new AbortController();

  async function go(): Promise<void> {
    isGoing = true;
    while (newest && !stopped.signal.aborted) {
      const preview = newest;
      newest = null;
      const pause = pauseOf(stopped.signal);
      const bytes = await smallOf(preview);
      if (bytes && !stopped.signal.aborted) await send({ ...preview, bytes }).catch(() => undefined);
      await pause;
    }
    isGoing = false;
  }

  return {
    show(preview) {
      newest = preview;
      if (!isGoing) void go();
    },
    stop: () => stopped.abort(),
  };
}

/** Ends early, and without an error, when it is stopped. */
function pauseOf(signal: AbortSignal): Promise<void> {
  return sleep(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
}

/** Loaded with the first one: a worker without services needs no image library. */
async function smallOf({ bytes }: RunPreview): Promise<Uint8Array | null> {
  const { smallPreview } = await import('@pinpaint/pictures');
  return smallPreview(bytes);
}
