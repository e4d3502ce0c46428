import type { Log } from '@pinpaint/config';
import type { ReportProgress } from '@pinpaint/engines';
import { sendPreviews } from './sendPreviews.ts';
import { type Claim, type WorkerApi, WorkerApiError } from './WorkerApi.ts';

export type KeptLease = {
  /** Aborts when the edit was cancelled, or is no longer this worker's. */
  readonly lost: AbortSignal;
  readonly progress: ReportProgress;
  stop(): void;
};

/** Four times a second at most: people see no more, and each is a write. */
const progressEveryMs = 250;

/** Beats for as long as an edit is worked on. A beat that fails is no reason to stop; the next may pass. */
export function keepLease(api: WorkerApi, claim: Claim, log: Log): KeptLease {
  const lost = new AbortController();
  let progress = 0;
  let ahead: number | null = null;
  let lastSaid = 0;
  let pending = false;
  const previews = sendPreviews((preview) => api.preview(claim, preview));

  async function beat(): Promise<void> {
    if (pending || lost.signal.aborted) return;
    pending = true;
    lastSaid = Date.now();
    try {
      const { stop } = await api.beat(claim, { progress, ahead });
      if (stop) lost.abort(new Error('cancelled'));
    } catch (err) {
      if (err instanceof WorkerApiError && err.code === 'lease.lost') lost.abort(err);
      else log.warn({ editId: claim.editId, err }, 'heartbeat failed');
    } finally {
      pending = false;
    }
  }

  const timer = setInterval(() => void beat(), claim.beatMs);
  return {
    lost: lost.signal,
    progress: (fraction, seen) => {
      progress = Math.min(1, Math.max(0, fraction));
      ahead = seen?.ahead ?? null;
      if (seen?.preview) previews.show(seen.preview);
      if (Date.now() - lastSaid >= progressEveryMs) void beat();
    },
    stop() {
      clearInterval(timer);
      previews.stop();
    },
  };
}
