import { writeFile } from 'node:fs/promises';
import { acceptCandidate } from '@pinpaint/actions';
import { aCandidate, aLayer, aStudio, valueFrom } from '@pinpaint/actions/testing';
import { createTestDatabase } from '@pinpaint/db/testing';
import { type FrameId, newId, type Region, type VersionId } from '@pinpaint/domain';
import { aPicture, asPng } from '@pinpaint/pictures/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { layerFiles } from '../testing/layerFiles.ts';
import { openPictureStudio, layerRect as rect } from '../testing/openPictureStudio.ts';
import { serveToPinpaint } from '../testing/serveToPinpaint.ts';

const house = await openPictureStudio((await createTestDatabase()).url);
const { api, studio, guest, as, aFrame, submit, aVersion, samplesAt } = house;
const { ctx } = api;
const { artist, director, owner } = studio.people;
const pinpaint = await serveToPinpaint(api);
afterAll(async () => {
  pinpaint.stop();
  await house.stop();
});

const verdict = async (versionId: VersionId, token = as) =>
  (await api.ask(`GET /versions/${versionId}/verify`, { as: token })).json;

async function overwrite(digest: string, bytes: Uint8Array): Promise<void> {
  const file = await ctx.blobs.localFile(digest);
  if (!file) throw new Error(`${digest} is not there`);
  await writeFile(file.path, bytes);
}

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
      expect(await pinpaint.verify(versionId, token)).toEqual({ code: 0, says });
    }
  });

  it('of a draft, or of what one may not see, is nobody’s', async () => {
    const { frameId } = await aFrame(await asPng(aPicture()));
    const { versionId } = await aLayer(ctx, studio, { frameId, rect, files: await layerFiles(rect) });
    for (const part of ['evidence', 'verify', 'master', 'result', 'permitted/0', 'lock-masks/0']) {
      const what = `GET /versions/${versionId}/${part}`;
      expect((await api.ask(what, { as })).json.code).toBe('version.not-submitted');
      expect((await api.ask(what, { as: guest.token })).json.code).toBe('version.not-found');
    }
    expect(await pinpaint.verify(versionId, guest.token)).toMatchObject({
      code: 1,
      says: expect.stringMatching(/^pinpaint: version.not-found/),
    });
    expect((await pinpaint.verify('nonsense', as)).says).toMatch(/neither a version’s id nor “ledger”/);
  });

  it('names a layer’s file that was exchanged', async () => {
    const { versionId, layerId } = await aVersion();
    const { patchBlob } = await ctx.db.layer.findUniqueOrThrow({ where: { id: layerId } });
    await overwrite(patchBlob, (await layerFiles(rect, { seed: 3 })).patch);
    const { holds, reasons, says } = await verdict(versionId);
    expect([holds, reasons]).toEqual([false, ['files']]);
    expect(says).toBe('v2 does not hold: layer 1’s patch is changed.');
    expect(await pinpaint.verify(versionId, as)).toEqual({ code: 1, says });
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
    expect(await pinpaint.verify(versionId, as)).toEqual({ code: 1, says: other.says });
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
      expect(await pinpaint.verify(version.versionId, as)).toEqual({ code: 1, says });
    },
  );

  it('fails, and with it the approval, when a layer reaches beyond what was permitted', async () => {
    const { frameId } = await aFrame(await asPng(aPicture()));
    const permitted = { ...rect, width: 10 };
    const files = await layerFiles(rect, { permitted });
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
    const files = await layerFiles(rect);
    const old = await aLayer(ctx, studio, { frameId, rect, files });
    const region: Region = { kind: 'ellipse', cx: 15, cy: 10, rx: 6, ry: 4 };
    const json = { id: newId(), name: 'logo', region };
    expect((await api.ask(`POST /frames/${frameId}/locks`, { as, json })).status).toBe(201);
    expect((await submit(old.versionId)).proof.changedInLocks).toBe(0);
    expect(await verdict(old.versionId)).toMatchObject({ holds: true });
    const newer = await aLayer(ctx, studio, { frameId, rect, files: await layerFiles(rect, { seed: 5 }) });
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
    const files = await layerFiles(at, { depth: 16, seed: i });
    placed.push({ at, ...(await aLayer(ctx, studio, { frameId, rect: at, files })) });
  }
  const versionId = placed[0]?.versionId as VersionId;
  for (const { layerId } of placed.filter((_, i) => i % 2 === 1)) {
    expect((await api.ask(`DELETE /versions/${versionId}/layers/${layerId}`, { as })).status).toBe(200);
  }
  await submit(versionId);
  expect(await verdict(versionId)).toMatchObject({ holds: true });
  const samples = await samplesAt(`GET /versions/${versionId}/result`, guest.token);
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

describe('the ledger', () => {
  it('is recomputed from its pages, and not by who sees but a part of it', async () => {
    const { code, says } = await pinpaint.verify('ledger', owner.token);
    expect([code, says]).toEqual([0, expect.stringMatching(/^The ledger holds: \d{3,} events/)]);
    expect((await pinpaint.verify('ledger', guest.token)).code).toBe(1);
  });

  it('does not hold when an event was changed', async () => {
    const other = await aStudio(ctx);
    await ctx.db.$executeRawUnsafe('ALTER TABLE ledger_event DISABLE TRIGGER ledger_event_append_only');
    await ctx.db.ledgerEvent.updateMany({
      where: { studioId: other.studioId, seq: 3 },
      data: { payload: { role: 'owner' } },
    });
    const { code, says } = await pinpaint.verify('ledger', other.people.owner.token);
    expect([code, says]).toEqual([
      1,
      'The ledger does not hold: at event 3, an event is not what was once sealed.',
    ]);
  });
});
