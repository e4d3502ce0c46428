import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openStage } from './testing/openStage.ts';
import { OwnDatabase } from './testing/ownDatabase.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'pinpaint-killed-'));
const database = await OwnDatabase.open(dataDir);
const stage = await openStage(database.url);
const { nodes, aFullRoom, keepWriting, convergedOnAllWritten } = stage;
afterAll(async () => {
  await stage.clear();
  // Its queue tells of the connections that broke.
  await stage.ctx.stop().catch(() => undefined);
  await database.stop();
  await rm(dataDir, { recursive: true, force: true });
});

it('when the database is killed nothing is lost, acknowledged or not', async () => {
  await Promise.all([nodes.start(), nodes.start()]);
  const { all, boardId } = await aFullRoom();
  await keepWriting(all);
  await database.kill();
  const acknowledged = all.flatMap(({ kept }) => kept);
  await database.start();
  await convergedOnAllWritten(all);
  const late = await stage.open(boardId, 'viewer');
  expect(late.stickies).toEqual(expect.arrayContaining(acknowledged));
});
