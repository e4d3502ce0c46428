import { expect, it } from 'vitest';
import { createLog, type Log } from './createLog.ts';

function linesOf(write: (log: Log) => void): Record<string, unknown>[] {
  const lines: Record<string, unknown>[] = [];
  const log = createLog(
    { logLevel: 'info', name: 'web' },
    { write: (line: string) => lines.push(JSON.parse(line)) },
  );
  write(log);
  return lines;
}

it('writes ids as fields of one line', () => {
  const lines = linesOf((log) =>
    log.child({ studioId: 's1' }).info({ editId: 'e1', tokenId: 't1' }, 'queued'),
  );
  expect(lines).toMatchObject([
    { level: 'info', name: 'web', studioId: 's1', editId: 'e1', tokenId: 't1', msg: 'queued' },
  ]);
});

it('cuts out secrets and bodies at any depth, in child fields and in errors', () => {
  const lines = linesOf((log) => {
    log.info({ headers: { Authorization: 'hush', 'set-cookie': ['hush'] }, body: 'hush' });
    log.info({
      a: { b: [{ workerToken: 'hush', password: 'hush', apiKey: 'hush', secret: { deep: 'hush' } }] },
    });
    log.child({ token: 'hush' }).info('bound');
    log.error({ err: Object.assign(new Error('refused'), { request: { authorization: 'hush' } }) });
  });
  expect(lines).toHaveLength(4);
  expect(lines[3]).toMatchObject({ err: { message: 'refused', stack: expect.any(String) } });
  expect(JSON.stringify(lines)).not.toContain('hush');
});

it('survives a field that holds itself', () => {
  const ring: Record<string, unknown> = {};
  ring.self = ring;
  expect(linesOf((log) => log.info({ ring }, 'round'))).toMatchObject([{ msg: 'round' }]);
});

it('keeps quiet below its level', () => {
  expect(linesOf((log) => log.debug('unheard'))).toEqual([]);
});
