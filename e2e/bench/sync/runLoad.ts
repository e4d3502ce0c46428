import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { BenchServer, Used } from './servers.ts';

export type Counted<Figures> = Figures & {
  readonly before: Used;
  readonly used: Used;
  /** In bytes, each time that the program asked. */
  readonly held: readonly number[];
};

/** A program of this folder in a process of its own; what the server takes is counted between its two marks. */
export async function runLoad<Figures extends object>(
  program: 'load' | 'joins' | 'idle' | 'pairs',
  server: BenchServer,
  wish: object,
): Promise<Counted<Figures>> {
  const said = JSON.stringify({ server: server.name, url: server.url, ...wish });
  const child = fork(join(import.meta.dirname, `${program}.ts`), [said]);
  const moments: Promise<Used>[] = [];
  const held: Promise<number>[] = [];
  const told: Figures[] = [];
  child.on('message', (message) => {
    if (message === 'mark') moments.push(server.used());
    else if (message === 'hold') held.push(server.held());
    else told.push(message as Figures);
  });
  await once(child, 'exit');
  const [before, after] = await Promise.all(moments);
  const [figures] = told;
  if (!figures || !before || !after) throw new Error(`${program} on ${server.name} came to nothing`);
  const used = {
    cpuSeconds: after.cpuSeconds - before.cpuSeconds,
    databaseCpuSeconds: after.databaseCpuSeconds - before.databaseCpuSeconds,
    rssMb: after.rssMb,
  };
  return { ...figures, before, used, held: await Promise.all(held) };
}
