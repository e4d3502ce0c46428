import { WebSocket } from 'ws';
import type { Clock } from '../services/clock.ts';
import { serviceError } from '../services/serviceError.ts';
import { type ComfyMessage, readMessage } from './readMessage.ts';

/** A preview is some hundred kilobytes; the workflow's own texts come by too. */
const mostBytes = 16_000_000;

export type Follower = {
  /** Comes back once the prompt has ended well. */
  follow(promptId: string, signal: AbortSignal, hear: (message: ComfyMessage) => void): Promise<void>;
  close(): void;
};

type FollowOptions = {
  readonly url: string;
  readonly key: string | null;
  readonly clientId: string;
  readonly clock: Clock;
  /** Whether it has ended; asked when the line has broken. */
  readonly hasEnded: (promptId: string, signal: AbortSignal) => Promise<boolean>;
};

/** How often a server without a line is asked. */
const pollMs = 1_000;

/**
 * The socket is open before the prompt is sent, so that no word is missed. A line that breaks ends nothing: the prompt
 * is drawn all the same, and the server is asked for it.
 */
export async function openFollower({
  url,
  key,
  clientId,
  clock,
  hasEnded,
}: FollowOptions): Promise<Follower> {
  const address = `${url.replace(/^http/, 'ws')}/ws?clientId=${clientId}`;
  const socket = new WebSocket(address, {
    maxPayload: mostBytes,
    handshakeTimeout: 10_000,
    headers: key ? { authorization: `Bearer ${key}` } : {},
  });
  const early: { data: Uint8Array; isBinary: boolean }[] = [];
  let listen = (data: Uint8Array, isBinary: boolean): void => void early.push({ data, isBinary });
  socket.on('message', (data: Buffer, isBinary) => listen(data, isBinary));
  const broken = new Promise<void>((resolve) => {
    socket.on('close', () => resolve()).on('error', () => resolve());
  });
  await Promise.race([new Promise((resolve) => socket.once('open', resolve)), broken]);

  async function poll(promptId: string, signal: AbortSignal): Promise<void> {
    while (!(await hasEnded(promptId, signal))) await clock.sleep(pollMs, signal);
  }

  return {
    async follow(promptId, signal, hear) {
      const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
      const giveUp = () => reject(signal.reason);
      signal.addEventListener('abort', giveUp, { once: true });
      listen = (data, isBinary) => {
        const message = readMessage(data, isBinary, promptId);
        if (!message) return;
        hear(message);
        if (message.kind === 'done') resolve();
        if (message.kind === 'failed')
          reject(serviceError('engine.request-refused', `ComfyUI stopped. ${message.says.slice(0, 300)}`, 0));
        if (message.kind === 'interrupted')
          reject(serviceError('engine.request-refused', 'Somebody interrupted it in ComfyUI.', 0));
      };
      for (const { data, isBinary } of early.splice(0)) listen(data, isBinary);
      const lost = broken.then(() => poll(promptId, signal));
      // Whichever ends later is of no interest.
      lost.catch(() => undefined);
      await Promise.race([ended, lost]).finally(() => signal.removeEventListener('abort', giveUp));
    },
    close: () => socket.terminate(),
  };
}
