import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@pinpaint/config';
import { startEmbeddedPostgres } from '@pinpaint/db/embedded';
import { migrate } from '@pinpaint/db/migrate';
import { afterAll, expect, it } from 'vitest';
import { openStage } from './testing/openStage.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'pinpaint-killed-'));
// The database may run as another user and has to pass through.
await chmod(dataDir, 0o711);
const port = await freePort();
let postgres = await start();
await migrate(postgres.url);
const stage = await openStage(postgres.url);
const { nodes, aFullRoom, keepWriting, convergedOnAllWritten } = stage;
afterAll(async () => {
  await stage.clear();
  // Its queue tells of the connections that broke.
  await stage.ctx.stop().catch(() => undefined);
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
});

it('when the database is killed nothing is lost, acknowledged or not', async () => {
  await Promise.all([nodes.start(), nodes.start()]);
  const { all, boardId } = await aFullRoom();
  await keepWriting(all);
  const [file] = await stage.ctx.db.$queryRaw<{ text: string }[]>`
    SELECT pg_read_file('postmaster.pid') AS text`;
  process.kill(Number.parseInt(file?.text ?? '', 10), 'SIGKILL');
  const acknowledged = all.flatMap(({ kept }) => kept);
  postgres = await start();
  await convergedOnAllWritten(all);
  const late = await stage.open(boardId, 'viewer');
  expect(late.stickies).toEqual(expect.arrayContaining(acknowledged));
});

async function start() {
  const started = await startEmbeddedPostgres({ dataDir, port });
  if (!started.ok) throw new Error(started.error.code);
  return started.value;
}
