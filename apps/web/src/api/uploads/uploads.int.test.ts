import { once } from 'node:events';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { aBoard, aGuest, aLink, aStudio } from '@pinpaint/actions/testing';
import { createTestDatabase } from '@pinpaint/db/testing';
import { type FrameId, newId } from '@pinpaint/domain';
import { aPicture, asPng, hostilePictures } from '@pinpaint/pictures/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { openTestApi } from '../testing/openTestApi.ts';
import { until } from '../testing/until.ts';

const blobDir = await mkdtemp(join(tmpdir(), 'pinpaint-blobs-'));
const api = await openTestApi((await createTestDatabase()).url, { blobDir });
afterAll(async () => {
  await api.stop();
  await rm(blobDir, { recursive: true, force: true });
});
const studio = await aStudio(api.ctx);
const { artist, viewer, client, owner } = studio.people;
const board = await aBoard(api.ctx, studio);
const guest = await aGuest(api.ctx, await aLink(api.ctx, studio, { projectId: board.projectId }));
const png = await asPng(aPicture());
const hostile = await hostilePictures();
const octets = { 'content-type': 'application/octet-stream' };

type Sent = { readonly as?: string; readonly boardId?: string; readonly headers?: Record<string, string> };

function upload(body: Uint8Array, { as = artist.token, boardId = board.id, headers }: Sent = {}) {
  const what = `POST /boards/${boardId}/frames?id=${newId<FrameId>()}&name=a`;
  return api.ask(what, { as, body: Buffer.from(body), headers: { ...octets, ...headers } });
}

/** All that an upload could leave behind. */
async function traces() {
  const { frame, blob, ledgerEvent } = api.ctx.db;
  return {
    frames: await frame.count(),
    rows: await blob.count(),
    events: await ledgerEvent.count(),
    blobs: (await readdir(blobDir, { recursive: true, withFileTypes: true })).filter((f) => f.isFile())
      .length,
    uploads: await readdir(api.uploadDir),
  };
}

async function expectRefused(answer: ReturnType<typeof upload>, code: string, status?: number) {
  const { json, status: was } = await answer;
  expect(json).toMatchObject({ code, type: `urn:pinpaint:problem:${code}`, title: expect.any(String) });
  if (status) expect(was).toBe(status);
}

describe('an upload', () => {
  it('that calls itself JSON is told how to come', async () => {
    const before = await traces();
    for (const body of [png, new TextEncoder().encode('{}')]) {
      const sent = upload(body, { headers: { 'content-type': 'application/json' } });
      await expectRefused(sent, 'request.wrong-media-type', 415);
    }
    expect(await traces()).toEqual(before);
  });

  it.each(hostile)('of %s is refused as %s and leaves nothing', async (_, code, bytes) => {
    const before = await traces();
    await expectRefused(upload(bytes), code);
    expect(await traces()).toEqual(before);
  });

  it('of more bytes than allowed is refused, whether it says so or not', async () => {
    const before = await traces();
    const large = new Uint8Array(20 * 1024 * 1024 + 1);
    await expectRefused(upload(large), 'upload.too-large', 413);
    const headers = { 'content-length': String(large.byteLength) };
    await expectRefused(upload(large, { headers }), 'upload.too-large', 413);
    expect(await traces()).toEqual(before);
  });

  it('of nothing, or of another length than it said, is refused', async () => {
    const before = await traces();
    await expectRefused(upload(new Uint8Array()), 'upload.empty', 400);
    for (const length of [png.byteLength - 1, png.byteLength + 1, 'many']) {
      const headers = { 'content-length': String(length) };
      await expectRefused(upload(png, { headers }), 'upload.incomplete', 400);
    }
    expect(await traces()).toEqual(before);
  });

  it('whose sender goes away in the middle leaves nothing', async () => {
    const server = createServer(getRequestListener((incoming) => api.handle(incoming)));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const before = await traces();
    const { port } = server.address() as AddressInfo;
    const sending = request({
      port,
      method: 'POST',
      path: `/api/v1/boards/${board.id}/frames?id=${newId<FrameId>()}&name=a`,
      headers: {
        ...octets,
        authorization: `Bearer ${artist.token}`,
        'idempotency-key': 'gone-in-the-middle',
        'content-length': png.byteLength,
      },
    });
    sending.on('error', () => {});
    sending.write(png.subarray(0, 100));
    await until('the file is begun', async () => (await traces()).uploads.length > 0);
    sending.destroy();
    await until('the file is gone', async () => (await traces()).uploads.length === 0);
    expect(await traces()).toEqual(before);
    server.close();
    server.closeAllConnections();
  });

  it('clears what a killed process has left of others, and not what may still be coming', async () => {
    const half = async (name: string, ageMinutes: number) => {
      const then = new Date(Date.now() - ageMinutes * 60_000);
      await writeFile(join(api.uploadDir, name), 'half');
      await utimes(join(api.uploadDir, name), then, then);
    };
    await half('left-behind', 61);
    await half('still-coming', 59);
    expect((await upload(png)).status).toBe(201);
    expect(await readdir(api.uploadDir)).toEqual(['still-coming']);
    await rm(join(api.uploadDir, 'still-coming'));
  });

  it('by who may not is refused before a byte of it is kept', async () => {
    const before = await traces();
    await expectRefused(upload(png, { as: viewer.token }), 'right.missing', 403);
    await expectRefused(upload(png, { as: client.token }), 'right.missing', 403);
    await expectRefused(upload(png, { as: guest.token }), 'right.missing', 403);
    const other = await aStudio(api.ctx);
    const foreign = { as: other.people.owner.token };
    const made = await traces();
    await expectRefused(upload(png, foreign), 'board.not-found', 404);
    expect(await traces()).toEqual(made);
    expect(made.blobs).toBe(before.blobs);
  });

  it('to a board or a project in the archive is refused', async () => {
    const other = await aBoard(api.ctx, studio);
    const archived = { as: owner.token, json: { archived: true } };
    await api.ask(`PATCH /boards/${other.id}`, archived);
    const before = await traces();
    await expectRefused(upload(png, { boardId: other.id }), 'board.archived', 409);
    expect(await traces()).toEqual(before);
    await api.ask(`PATCH /projects/${other.projectId}`, archived);
    await expectRefused(upload(png, { boardId: other.id }), 'project.archived', 409);
  });

  it('of a picture makes a frame once, however often it is sent', async () => {
    const id = newId<FrameId>();
    const send = (body = png) =>
      api.ask(`POST /boards/${board.id}/frames?id=${id}&name=%20a%0Ab%20`, {
        as: artist.token,
        body: Buffer.from(body),
        headers: octets,
      });
    const [first, second] = await Promise.all([send(), send()]);
    expect(first).toMatchObject({ status: 201, json: { id, name: 'a b', state: 'ingesting', master: null } });
    expect(second?.json).toEqual(first?.json);
    expect(await api.ctx.db.ledgerEvent.count({ where: { subjectId: id } })).toBe(1);
    const other = await send(await asPng(aPicture({ width: 9 })));
    expect([other.status, other.json.code]).toEqual([409, 'frame.id-taken']);
  });
});
