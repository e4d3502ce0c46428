import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const engines = join(resolve(import.meta.dirname, '../../../../..'), 'packages/engines/src');

export type FakeService = {
  readonly url: string;
  /** How it answers from now on. */
  behave(behaviour: object | string): Promise<void>;
  stop(): Promise<void>;
};

/** A hosted service that speaks the real wire format, as a process: the web app may not import engines. */
export async function startFake(name: 'gemini' | 'comfyui' | 'flux' | 'veo'): Promise<FakeService> {
  const fake = spawn(process.execPath, [join(engines, name, 'testing/serveFake.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: fake.stdout })[Symbol.asyncIterator]();
  const next = async () => String((await lines.next()).value);
  const url = await next();
  return {
    url,
    async behave(behaviour) {
      fake.stdin.write(`${JSON.stringify(behaviour)}\n`);
      await next();
    },
    async stop() {
      const ended = once(fake, 'exit');
      fake.stdin.end();
      await ended;
    },
  };
}
