import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { noServices } from '@pinpaint/config';
import type { EngineSources } from './engineRegistry.ts';
import type { AskMessage, SaidMessage } from './engineThread.ts';

/** Where engines run, beside the worker's own thread. */
export type EngineHost = {
  /** It ended since somebody last asked it. */
  readonly isGone: () => boolean;
  /** A thread is handed the request's memory; a process gets a copy. */
  ask(message: AskMessage): void;
  /** @returns what stops the listening */
  listen(to: Listeners): () => void;
  /** Whatever runs there ends with it. */
  end(): Promise<void>;
};

type Listeners = {
  readonly hear: (said: SaidMessage) => void;
  readonly fail: (error: Error) => void;
  readonly exit: (code: number | null) => void;
};

const program = new URL('./engineThread.ts', import.meta.url);

export function startThread(sources: EngineSources): EngineHost {
  const thread = new Worker(program, { workerData: sources });
  // One that ends between two runs is found out by the next one; it must not end the process.
  thread.on('error', () => undefined);
  return {
    isGone: () => thread.threadId === -1,
    ask: (message) =>
      thread.postMessage(message, message.kind === 'run' ? [message.request.buffer as ArrayBuffer] : []),
    listen({ hear, fail, exit }) {
      // By name, and never all of them: the thread's own channel hangs on one of its listeners.
      thread.on('message', hear).on('error', fail).on('exit', exit);
      return () => thread.off('message', hear).off('error', fail).off('exit', exit);
    },
    end: async () => void (await thread.terminate()),
  };
}

const withoutKeys = { GEMINI_API_KEY: '', COMFYUI_TOKEN: '', BFL_API_KEY: '', VEO_API_KEY: '' };

/**
 * For engines whose code is native: a thread that is ended while such code runs takes the whole process with it, and
 * so does a fault in it. No service's key goes there.
 */
export function startProcess({ models }: EngineSources): EngineHost {
  const child = fork(program, [JSON.stringify({ models, services: noServices })], {
    serialization: 'advanced',
    env: { ...process.env, ...withoutKeys },
  });
  child.on('error', () => undefined);
  const isGone = (): boolean => child.exitCode !== null || child.signalCode !== null;
  return {
    isGone,
    ask: (message) => child.connected && child.send(message),
    listen({ hear, fail, exit }) {
      child.on('message', hear).on('error', fail).on('exit', exit);
      return () => child.off('message', hear).off('error', fail).off('exit', exit);
    },
    async end() {
      if (isGone()) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
