import { createDb, type Tx } from '@pinpaint/db';
import { createTestDatabase } from '@pinpaint/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aBoard, aCandidate, aReadyFrame, aStudio, openTestCtx } from '../testing/index.ts';
import { nextWaiting } from './nextWaiting.sql.ts';

const { url } = await createTestDatabase();
const ctx = await openTestCtx(url);
const db = createDb(url);
afterAll(async () => {
  await db.$disconnect();
  await ctx.stop();
});

/** What a busy studio has in its table after a year. */
const turns = 20_000;
let studioId: string;

beforeAll(async () => {
  const studio = await aStudio(ctx);
  const board = await aBoard(ctx, studio);
  const { frameId } = await aReadyFrame(ctx, studio, { boardId: board.id });
  const rect = { x: 10, y: 10, width: 20, height: 20 };
  const { editId } = await aCandidate(ctx, studio, { frameId, rect });
  studioId = studio.studioId;
  await db.$executeRaw`
    INSERT INTO edit (id, studio_id, frame_id, base_version_id, state, engine, intent, note, region, seed, estimate, created_by, started_at)
    SELECT gen_random_uuid(), studio_id, frame_id, base_version_id, 'discarded', engine, intent, note, region, seed, estimate,
      md5((n % 10)::text)::uuid, now() - n * interval '1 minute'
    FROM edit, generate_series(1, ${turns}) n WHERE id = ${editId}::uuid`;
  await db.edit.update({ where: { id: editId }, data: { state: 'queued' } });
  await db.$executeRaw`VACUUM ANALYZE edit`;
});

it('finds whose turn it is without reading through all the turns there were', async () => {
  const rows = await db.$transaction(async (tx) => {
    const before = await rowsRead(tx);
    const next = await nextWaiting(tx, { studioId: null, turns: [{ engine: 'grade', room: 9 }] });
    expect(next).toMatchObject({ studioId });
    return (await rowsRead(tx)) - before;
  });
  expect(rows).toBeLessThan(100);
});

/** Of the table itself and of its indexes, by this transaction. */
async function rowsRead(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ rows: bigint }[]>`
    SELECT pg_stat_get_xact_tuples_returned('edit'::regclass)
      + (SELECT sum(pg_stat_get_xact_tuples_returned(indexrelid)) FROM pg_index WHERE indrelid = 'edit'::regclass) AS rows`;
  return Number(row?.rows);
}
