import type { ChildProcess } from 'node:child_process';
import { openRoom } from '@pinpaint/actions';
import { aBoard, aStudio, openTestCtx, valueFrom } from '@pinpaint/actions/testing';
import { setSticky } from '@pinpaint/board';
import { freePort } from '@pinpaint/config';
import { readMetrics } from '@pinpaint/config/testing';
import { createTestDatabase } from '@pinpaint/db/testing';
import type { BoardId } from '@pinpaint/domain';
import { afterAll, expect, it } from 'vitest';
import { Screen } from './testing/Screen.ts';
import { listening, startSync } from './testing/startSync.ts';

const { url } = await createTestDatabase();
const ctx = await openTestCtx(url);
const studio = await aStudio(ctx);
const port = await freePort();
const metricsPort = await freePort();
const patience = { timeout: 30_000 };
const screens: Screen[] = [];
let child: ChildProcess | null = null;
afterAll(async () => {
  for (const screen of screens) screen.stop();
  child?.kill('SIGKILL');
  await ctx.stop();
});

it('tells Prometheus who is here, what was written and kept, and why who was sent away', async () => {
  child = startSync({ DATABASE_URL: url, PORT: String(port), METRICS_PORT: String(metricsPort) });
  await listening(child);
  let said = '';
  child.stdout?.on('data', (text) => {
    said += text;
  });
  const { id } = await aBoard(ctx, studio);
  const [artist, director, viewer] = (['artist', 'director', 'viewer'] as const).map((role) =>
    open(id, role),
  );
  for (const screen of screens) await expect.poll(() => screen.at, patience).not.toBeNull();
  artist?.write();
  await expect.poll(() => director?.stickies.length, patience).toBe(1);
  await expect.poll(() => artist?.kept.length, patience).toBe(1);

  const before = await scrape();
  expect(before).toMatchObject({
    pinpaint_rooms: 1,
    pinpaint_room_connections: 3,
    pinpaint_room_unkept_bytes: 0,
    pinpaint_room_appends_under_way: 0,
    pinpaint_room_failed_appends_total: 0,
  });
  expect(before.pinpaint_room_append_seconds_count).toBeGreaterThan(0);
  expect(before.pinpaint_room_appended_bytes_total).toBeGreaterThan(0);
  expect(before.pinpaint_room_ticks_total).toBeGreaterThan(0);
  expect(before.pinpaint_room_received_bytes_total).toBeGreaterThan(300);
  expect(before.pinpaint_room_sent_bytes_total).toBeGreaterThan(300);

  if (viewer) setSticky(viewer.doc, 'v', { x: 0, y: 0, width: 9, height: 9, text: 'no', colour: 'yellow' });
  // Who comes back with the same change is sent away again.
  const sentAway = async () => (await scrape())['pinpaint_room_closes_total readOnly'];
  await expect.poll(sentAway, patience).toBeGreaterThan(0);
  const { personId, studioId } = studio.people.viewer.actor;
  await expect.poll(() => said, patience).toContain('room connection ended');
  const [end, ...more] = said.split('\n').filter((line) => line.includes('room connection ended'));
  const told = { level: 'info', reason: 'readOnly', code: 4405, boardId: id, studioId, personId };
  for (const line of [end ?? '', ...more]) expect(JSON.parse(line)).toMatchObject(told);
  expect(said).not.toContain(studio.people.viewer.token);
  const after = await scrape();
  // What ended still counts.
  expect(after.pinpaint_room_sent_bytes_total).toBeGreaterThanOrEqual(
    before.pinpaint_room_sent_bytes_total ?? 0,
  );
});

function open(id: string, role: 'artist' | 'director' | 'viewer'): Screen {
  const { actor, token } = studio.people[role];
  const screen = new Screen(role, async () => {
    const pass = valueFrom(await openRoom(ctx, actor, { boardId: id as BoardId, secret: token }));
    return { room: `board/${id}`, token: pass.token, at: `ws://127.0.0.1:${port}` };
  });
  screens.push(screen);
  return screen;
}

/** By name, and by name and label where there is one. */
async function scrape(): Promise<Readonly<Record<string, number>>> {
  const answer = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
  const samples = readMetrics(await answer.text());
  return Object.fromEntries(
    samples.map(({ name, labels, value }) => [[name, ...Object.values(labels)].join(' '), value]),
  );
}
