import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { getRequestListener } from '@hono/node-server';
import { acceptCandidate } from '@pinpaint/actions';
import { aBoard, aCandidate, aGuest, aLayer, aLink, aStudio, valueFrom } from '@pinpaint/actions/testing';
import { createTestDatabase } from '@pinpaint/db/testing';
import { type FrameId, newId, type PixelRect, type Region, type VersionId } from '@pinpaint/domain';
import { encodeAlpha, encodePatch } from '@pinpaint/pictures';
import {
  aPicture,
  asPng,
  asTiff,
  fileOf,
  iccOf,
  samplesOf,
  withOrientation,
} from '@pinpaint/pictures/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { openEditStack } from '../testing/openEditStack.ts';
import { until } from '../testing/until.ts';

const stack = await openEditStack((await createTestDatabase()).url);
const { api } = stack;
const { ctx } = api;
const server = createServer(getRequestListener((request) => api.handle(request)));
server.listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await stack.stop();
});

const studio = await aStudio(ctx);
const { artist, director, owner } = studio.people;
const board = await aBoard(ctx, studio);
const guest = await aGuest(ctx, await aLink(ctx, studio, { projectId: board.projectId }));
const as = artist.token;

async function aFrame(file: Uint8Array): Promise<{ frameId: FrameId; v1: VersionId }> {
  const frameId = newId<FrameId>();
  const headers = { 'content-type': 'application/octet-stream' };
  const what = `POST /boards/${board.id}/frames?id=${frameId}&name=a`;
  const sent = await api.ask(what, { as, headers, body: Buffer.from(file) });
  expect(sent.status).toBe(201);
  await until('it is ingested', async () => (await api.ask(`GET /frames/${frameId}`, { as })).json.master);
  const { items } = (await api.ask(`GET /frames/${frameId}/versions`, { as })).json;
  return { frameId, v1: items[0].id };
}

/** Random samples in `rect`, laid on whole but for its first column, which is permitted and not used. */
async function filesFor(rect: PixelRect, { permitted = rect, depth = 8 as 8 | 16, seed = 0 } = {}) {
  const { width, height } = rect;
  const picture = aPicture({ width, height, depth });
  picture.data.forEach((value, i) => {
    picture.data[i] = value + seed + 1;
  });
  const plane = (of: PixelRect) => ({ rect: of, data: new Uint8Array(of.width * of.height).fill(255) });
  const used = plane(rect);
  used.data.forEach((_, i) => {
    if (i % width === 0) used.data[i] = 0;
  });
  return {
    permitted: await encodeAlpha(plane(permitted)),
    patch: await encodePatch(picture),
    alpha: await encodeAlpha(used),
  };
}

async function submit(versionId: VersionId) {
  const { json, status } = await api.ask(`POST /versions/${versionId}/submit`, { as });
  expect([status, json.code]).toEqual([200, undefined]);
  return proved(versionId);
}

async function proved(versionId: VersionId) {
  return until('it is proved', async () => {
    const { json } = await api.ask(`GET /versions/${versionId}`, { as });
    return json.proof && json;
  });
}

const rect = { x: 5, y: 5, width: 20, height: 10 };

/** v2 of a small picture with one layer, proved. */
async function aVersion() {
  const { frameId } = await aFrame(await asPng(aPicture()));
  const { versionId, layerId } = await aLayer(ctx, studio, { frameId, rect, files: await filesFor(rect) });
  const { digest, proof } = await submit(versionId);
  return { frameId, versionId, layerId, digest, proof };
}

const verdict = async (versionId: VersionId, token = as) =>
  (await api.ask(`GET /versions/${versionId}/verify`, { as: token })).json;

async function overwrite(digest: string, bytes: Uint8Array): Promise<void> {
  const file = await ctx.blobs.localFile(digest);
  if (!file) throw new Error(`${digest} is not there`);
  await writeFile(file.path, bytes);
}

const run = promisify(execFile);
const cli = join(resolve(import.meta.dirname, '../../../../..'), 'apps/cli/src/main.ts');

async function pinpaintVerify(what: string, token: string) {
  const args = [cli, 'verify', what, '--url', `http://127.0.0.1:${port}`, '--token', token];
  const ended = await run(process.execPath, args).catch((failed) => failed);
  return { code: ended.code ?? 0, says: `${ended.stdout}${ended.stderr}`.trim() };
}

describe('a picture that comes in', () => {
  it.each([
    ['8 bits', { depth: 8, channels: 3 }, (picture, _) => asPng(picture)],
    ['16 bits with alpha', { depth: 16, channels: 4 }, (picture, _) => asPng(picture)],
    ['16 bits in P3', { depth: 16, channels: 3 }, async (picture, p3) => asTiff(picture, p3)],
  ] as [
    string,
    { depth: 8 | 16; channels: 3 | 4 },
    (p: ReturnType<typeof aPicture>, p3: Uint8Array) => Promise<Uint8Array>,
  ][])(
    'of %s is a master with its very samples, and a first version that holds',
    async (name, format, write) => {
      const picture = aPicture(format);
      const { frameId, v1 } = await aFrame(await write(picture, await iccOf('p3')));
      const { master } = (await api.ask(`GET /frames/${frameId}`, { as })).json;
      expect(master).toMatchObject({ ...format, size: { width: 61, height: 47 } });
      expect(master.profile).toEqual(name.includes('P3') ? expect.stringMatching(/P3/) : null);
      const file = await api.fetch(`GET /frames/${frameId}/master`, { as });
      const path = await fileOf(new Uint8Array(await file.arrayBuffer()));
      expect(await samplesOf(path)).toEqual(picture.data);
      const { proof, state } = await proved(v1);
      expect([state, proof.changedInside, proof.masterDigest]).toEqual(['in_review', 0, proof.resultDigest]);
      expect(await verdict(v1)).toMatchObject({ holds: true, reasons: [] });
    },
  );

  it('lying on its side is turned upright', async () => {
    const picture = aPicture({ width: 61, height: 47 });
    const { frameId } = await aFrame(withOrientation(await asPng(picture), 6));
    const { master } = (await api.ask(`GET /frames/${frameId}`, { as })).json;
    expect(master.size).toEqual({ width: 47, height: 61 });
    const file = await api.fetch(`GET /frames/${frameId}/master`, { as });
    const samples = await samplesOf(await fileOf(new Uint8Array(await file.arrayBuffer())));
    // Orientation 6: the first row shown is the first column stored, from its foot.
    expect([...samples.slice(0, 3)]).toEqual([...picture.data.slice(46 * 61 * 3, 46 * 61 * 3 + 3)]);
  });
});

describe('a proof', () => {
  it('is recomputed by whoever may see the version, here and on their own machine', async () => {
    const { versionId, digest, proof } = await aVersion();
    expect(proof).toMatchObject({ changedOutside: 0, changedInLocks: 0 });
    expect(proof.changedInside).toBeGreaterThan(150);
    const wish = { digest, comment: null };
    const signed = { as: guest.token, json: { ...wish, kind: 'sign_off' } };
    expect((await api.ask(`POST /versions/${versionId}/sign-off`, signed)).status).toBe(200);
    const approved = { as: director.token, json: { ...wish, kind: 'approve' } };
    expect((await api.ask(`POST /versions/${versionId}/decision`, approved)).status).toBe(200);
    for (const token of [as, guest.token]) {
      const { holds, says, findings } = await verdict(versionId, token);
      expect([holds, findings.resultDigest]).toEqual([true, proof.resultDigest]);
      expect(says).toBe(
        `v2 holds: ${proof.changedInside} pixels changed where they were permitted to, 0 outside, 0 in locks; ` +
          `the result is exactly master and layers; digest ${digest} is its content’s, and what 2 decisions name.`,
      );
      expect(await pinpaintVerify(versionId, token)).toEqual({ code: 0, says });
    }
  });

  it('of a draft, or of what one may not see, is nobody’s', async () => {
    const { frameId } = await aFrame(await asPng(aPicture()));
    const { versionId } = await aLayer(ctx, studio, { frameId, rect, files: await filesFor(rect) });
    for (const part of ['evidence', 'verify', 'master', 'result', 'permitted/0', 'lock-masks/0']) {
      const what = `GET /versions/${versionId}/${part}`;
      expect((await api.ask(what, { as })).json.code).toBe('version.not-submitted');
      expect((await api.ask(what, { as: guest.token })).json.code).toBe('version.not-found');
    }
    expect(await pinpaintVerify(versionId, guest.token)).toMatchObject({
      code: 1,
      says: expect.stringMatching(/^pinpaint: version.not-found/),
    });
    expect((await pinpaintVerify('nonsense', as)).says).toMatch(/neither a version’s id nor “ledger”/);
  });

  it('names a layer’s file that was exchanged', async () => {
    const { versionId, layerId } = await aVersion();
    const { patchBlob } = await ctx.db.layer.findUniqueOrThrow({ where: { id: layerId } });
    await overwrite(patchBlob, (await filesFor(rect, { seed: 3 })).patch);
    const { holds, reasons, says } = await verdict(versionId);
    expect([holds, reasons]).toEqual([false, ['files']]);
    expect(says).toBe('v2 does not hold: layer 1’s patch is changed.');
    expect(await pinpaintVerify(versionId, as)).toEqual({ code: 1, says });
  });

  it('names a file that is gone', async () => {
    const { versionId, layerId } = await aVersion();
    const { alphaBlob } = await ctx.db.layer.findUniqueOrThrow({ where: { id: layerId } });
    await ctx.blobs.remove(alphaBlob);
    expect((await verdict(versionId)).says).toBe('v2 does not hold: layer 1’s alpha is missing.');
  });

  it('names a result that is another picture, or none', async () => {
    const { versionId, frameId } = await aVersion();
    const { resultBlob } = await ctx.db.version.findUniqueOrThrow({ where: { id: versionId } });
    const { masterBlob } = await ctx.db.frame.findUniqueOrThrow({ where: { id: frameId } });
    const master = await ctx.blobs.read(masterBlob ?? '');
    await overwrite(resultBlob ?? '', master ?? new Uint8Array());
    const other = await verdict(versionId);
    expect([other.holds, other.reasons]).toEqual([false, ['result', 'proof-result', 'counts']]);
    expect(await pinpaintVerify(versionId, as)).toEqual({ code: 1, says: other.says });
    await overwrite(resultBlob ?? '', (master ?? new Uint8Array()).subarray(0, 200));
    expect((await verdict(versionId)).says).toBe('v2 does not hold: the result is unreadable.');
  });

  it.each([
    [
      'the layers',
      'content',
      async ({ versionId }) => {
        await ctx.db.versionLayer.updateMany({ where: { versionId }, data: { opacity: 100 } });
      },
    ],
    [
      'the digest',
      'content',
      async ({ versionId }) => {
        await ctx.db.version.updateMany({ where: { id: versionId }, data: { digest: '0'.repeat(64) } });
      },
    ],
    [
      'what was permitted',
      'planes',
      async ({ frameId }) => {
        const permittedRect = { x: 0, y: 0, width: 20, height: 10 };
        await ctx.db.edit.updateMany({ where: { frameId }, data: { permittedRect } });
      },
    ],
    [
      'the counts',
      'counts',
      async ({ versionId, proof }) => {
        await ctx.db.version.update({
          where: { id: versionId },
          data: { proof: { ...proof, changedInside: 1 } },
        });
      },
    ],
    [
      'the master in the proof',
      'master',
      async ({ versionId, proof }) => {
        const data = { proof: { ...proof, masterDigest: '0'.repeat(64) } };
        await ctx.db.version.update({ where: { id: versionId }, data });
      },
    ],
    [
      'the name of the master',
      'master',
      async ({ frameId }) => {
        await ctx.db.frame.updateMany({ where: { id: frameId }, data: { masterDigest: '0'.repeat(64) } });
      },
    ],
    [
      'a decision',
      'decision',
      async ({ versionId }) => {
        const row = { id: newId<FrameId>(), studioId: studio.studioId, versionId, digest: '0'.repeat(64) };
        await ctx.db.decision.create({ data: { ...row, kind: 'approve', byPersonId: owner.actor.personId } });
      },
    ],
  ] as [string, string, (version: Awaited<ReturnType<typeof aVersion>>) => Promise<void>][])(
    'does not hold when %s was changed in the database',
    async (_, reason, tamper) => {
      const version = await aVersion();
      await tamper(version);
      const { holds, reasons, says } = await verdict(version.versionId);
      expect([holds, reasons.includes(reason)]).toEqual([false, true]);
      expect(await pinpaintVerify(version.versionId, as)).toEqual({ code: 1, says });
    },
  );

  it('fails, and with it the approval, when a layer reaches beyond what was permitted', async () => {
    const { frameId } = await aFrame(await asPng(aPicture()));
    const permitted = { ...rect, width: 10 };
    const files = await filesFor(rect, { permitted });
    const { candidateId, editId } = await aCandidate(ctx, studio, { frameId, rect, files });
    await ctx.db.edit.update({ where: { id: editId }, data: { permittedRect: permitted } });
    const wish = { candidateId, placeAnyway: false };
    const { versionId } = valueFrom(await acceptCandidate(ctx, artist.actor, wish));
    const { digest, proof } = await submit(versionId);
    expect(proof.changedOutside).toBeGreaterThan(50);
    const json = { kind: 'approve', digest, comment: null };
    const answer = await api.ask(`POST /versions/${versionId}/decision`, { as: director.token, json });
    expect(answer.json.code).toBe('version.proof-fails');
    expect((await verdict(versionId)).reasons).toEqual(['outside']);
  });

  it('holds over a layer older than a lock, and fails over a newer one that reaches into it', async () => {
    const { frameId } = await aFrame(await asPng(aPicture()));
    const files = await filesFor(rect);
    const old = await aLayer(ctx, studio, { frameId, rect, files });
    const region: Region = { kind: 'ellipse', cx: 15, cy: 10, rx: 6, ry: 4 };
    const json = { id: newId(), name: 'logo', region };
    expect((await api.ask(`POST /frames/${frameId}/locks`, { as, json })).status).toBe(201);
    expect((await submit(old.versionId)).proof.changedInLocks).toBe(0);
    expect(await verdict(old.versionId)).toMatchObject({ holds: true });
    const newer = await aLayer(ctx, studio, { frameId, rect, files: await filesFor(rect, { seed: 5 }) });
    const { proof } = await submit(newer.versionId);
    expect(proof.changedInLocks).toBeGreaterThan(50);
    expect(await verdict(newer.versionId)).toMatchObject({ holds: false, reasons: ['locks'] });
    expect(await verdict(old.versionId)).toMatchObject({ holds: true });
  });
});

it('after a hundred layers, every other removed, all outside of the rest is the master’s', async () => {
  const picture = aPicture({ depth: 16 });
  const { frameId } = await aFrame(await asPng(picture));
  const placed = [];
  for (let i = 0; i < 100; i += 1) {
    const at = { x: (i * 7) % 50, y: (i * 5) % 40, width: 6, height: 5 };
    const files = await filesFor(at, { depth: 16, seed: i });
    placed.push({ at, ...(await aLayer(ctx, studio, { frameId, rect: at, files })) });
  }
  const versionId = placed[0]?.versionId as VersionId;
  for (const { layerId } of placed.filter((_, i) => i % 2 === 1)) {
    expect((await api.ask(`DELETE /versions/${versionId}/layers/${layerId}`, { as })).status).toBe(200);
  }
  await submit(versionId);
  expect(await verdict(versionId)).toMatchObject({ holds: true });
  const file = await api.fetch(`GET /versions/${versionId}/result`, { as: guest.token });
  const samples = await samplesOf(await fileOf(new Uint8Array(await file.arrayBuffer())));
  const left = placed.filter((_, i) => i % 2 === 0).map(({ at }) => at);
  const isInside = (x: number, y: number) =>
    left.some((at) => x > at.x && x < at.x + at.width && y >= at.y && y < at.y + at.height);
  const changed = { inside: 0, outside: 0 };
  samples.forEach((sample, i) => {
    if (sample === picture.data[i]) return;
    const pixel = Math.floor(i / 3);
    changed[isInside(pixel % 61, Math.floor(pixel / 61)) ? 'inside' : 'outside'] += 1;
  });
  expect(changed.outside).toBe(0);
  expect(changed.inside).toBeGreaterThan(1_000);
});

describe('a rendition', () => {
  it.each(['png', 'tiff', 'jpeg'] as const)('as %s is the version’s picture', async (format) => {
    const { versionId, frameId } = await aVersion();
    const result = await api.fetch(`GET /versions/${versionId}/result`, { as });
    const samples = await samplesOf(await fileOf(new Uint8Array(await result.arrayBuffer())));
    const make = () => api.ask(`POST /versions/${versionId}/renditions`, { as, json: { format } });
    const { id } = (await make()).json;
    expect((await make()).json.id).toBe(id);
    const seen = { as: guest.token };
    await until(
      'it is made',
      async () => (await api.ask(`GET /renditions/${id}`, seen)).json.state === 'ready',
    );
    expect((await api.ask(`GET /versions/${versionId}/renditions`, seen)).json.items).toMatchObject([
      { id, format, state: 'ready' },
    ]);
    const file = await api.fetch(`GET /renditions/${id}/file`, seen);
    expect(file.headers.get('content-type')).toBe(`image/${format}`);
    const got = await samplesOf(await fileOf(new Uint8Array(await file.arrayBuffer())));
    expect(got.length).toBe(samples.length);
    if (format !== 'jpeg') expect(got).toEqual(samples);
    const topics = await ctx.db.ledgerEvent.findMany({ where: { subjectId: id }, orderBy: { seq: 'asc' } });
    expect(topics.map(({ topic }) => topic)).toEqual(['rendition.queued', 'rendition.made']);
    const head = await api.fetch(`HEAD /renditions/${id}/file`, seen);
    expect([head.status, (await head.arrayBuffer()).byteLength]).toEqual([200, 0]);
    expect((await api.ask(`GET /frames/${frameId}/tiles/0/0/0`, seen)).status).toBe(200);
  });
});

describe('the ledger', () => {
  it('is recomputed from its pages, and not by who sees but a part of it', async () => {
    const { code, says } = await pinpaintVerify('ledger', owner.token);
    expect([code, says]).toEqual([0, expect.stringMatching(/^The ledger holds: \d{3,} events/)]);
    expect((await pinpaintVerify('ledger', guest.token)).code).toBe(1);
  });

  it('does not hold when an event was changed', async () => {
    const other = await aStudio(ctx);
    await ctx.db.$executeRawUnsafe('ALTER TABLE ledger_event DISABLE TRIGGER ledger_event_append_only');
    await ctx.db.ledgerEvent.updateMany({
      where: { studioId: other.studioId, seq: 3 },
      data: { payload: { role: 'owner' } },
    });
    const { code, says } = await pinpaintVerify('ledger', other.people.owner.token);
    expect([code, says]).toEqual([
      1,
      'The ledger does not hold: at event 3, an event is not what was once sealed.',
    ]);
  });
});
