import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it.each<[string, (child: ChildProcess) => void]>([
  ['SIGTERM', (child) => child.kill('SIGTERM')],
  ['Ctrl-C', (child) => child.kill('SIGINT')],
  ['the end of the process that started it', (child) => child.disconnect()],
])('on %s a process finishes what it has and ends', async (_name, ask) => {
  const child = await start('finished');
  ask(child);
  expect(await once(child, 'exit')).toEqual([0, null]);
});

it('a process whose starter is gone by then ends at once', async () => {
  const child = run(`
    process.send('begun');
    await new Promise((resolve) => process.once('disconnect', resolve));
    stopWhenAsked(async () => undefined, log);
    setInterval(() => undefined, 1000);`);
  await once(child, 'message');
  child.disconnect();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

it('is asked twice and stops once', async () => {
  const child = await start('finished');
  child.kill('SIGTERM');
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

it('a process that can’t finish ends with a code that says so', async () => {
  const child = await start('broken');
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([1, null]);
});

it('a process in which something hangs ends in time, with a code that says so', async () => {
  const child = await start('hanging');
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([1, null]);
});

/** A process that would run for ever, and ends with 2 when it is stopped twice. */
async function start(end: 'finished' | 'broken' | 'hanging'): Promise<ChildProcess> {
  const child = run(`
    let stops = 0;
    const stop = async () => {
      if (++stops > 1) process.exit(2);
      await new Promise((resolve) => setImmediate(resolve));
      if (${JSON.stringify(end)} === 'hanging') await new Promise(() => undefined);
      if (${JSON.stringify(end)} === 'broken') throw new Error('it can not');
    };
    stopWhenAsked(stop, log, { withinMs: ${end === 'hanging' ? 50 : 60_000} });
    setInterval(() => undefined, 1000);
    process.send('listening');`);
  await once(child, 'message');
  return child;
}

function run(does: string): ChildProcess {
  const module = (name: string) => JSON.stringify(join(import.meta.dirname, name));
  const program = `
    import { createLog } from ${module('createLog.ts')};
    import { stopWhenAsked } from ${module('stopWhenAsked.ts')};
    const log = createLog({ logLevel: 'silent', name: 'test' });
    ${does}`;
  return spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}
