import { createTestDatabase } from '@pinpaint/db/testing';
import { newId, type RenditionId } from '@pinpaint/domain';
import { afterAll, describe, expect, it } from 'vitest';
import { openPictureStudio } from '../testing/openPictureStudio.ts';
import { until } from '../testing/until.ts';

const house = await openPictureStudio((await createTestDatabase()).url);
const { api, guest, as, aVersion, approve, studio } = house;
const { ctx } = api;
afterAll(() => house.stop());

const film = {
  kind: 'animate',
  seconds: 0.5,
  parallax: 1,
  safe: { x: 5, y: 5, width: 20, height: 10 },
} as const;
const chain = [{ kind: 'refine', amount: 0.4 }, { kind: 'upscale', scale: 2 }, film] as const;

describe('steps from an approved version', () => {
  it('refine, upscale and animate it, each of the one before, and say by what', async () => {
    const version = await aVersion();
    const { versionId } = version;
    const make = () =>
      api.ask(`POST /versions/${versionId}/renditions/steps`, { as, json: { steps: chain } });
    expect(await make()).toMatchObject({ status: 409, json: { code: 'rendition.not-approved' } });
    await approve(version);
    const { status, json } = await make();
    expect(status).toBe(202);
    const [refined, enlarged, filmed] = json.items;
    expect(json.items).toMatchObject([
      { step: chain[0], parentId: null, format: 'png', digest: version.digest },
      { step: chain[1], parentId: refined.id, format: 'png', digest: version.digest },
      { step: film, parentId: enlarged.id, format: 'mp4', digest: version.digest },
    ]);
    const made = await Promise.all([refined, enlarged, filmed].map(({ id }) => ended(id)));
    expect(made).toMatchObject([
      { state: 'ready', provenance: { engine: 'refine' } },
      {
        state: 'ready',
        provenance: {
          engine: 'onnx-upscale',
          provider: expect.any(String),
          weights: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/), licence: 'MIT' },
        },
      },
      { state: 'ready', provenance: { engine: 'animate', encoder: expect.any(String), frames: 13 } },
    ]);
    const file = await api.fetch(`GET /renditions/${enlarged.id}/file`, { as });
    const png = Buffer.from(await file.arrayBuffer());
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([122, 94]);
    const mp4 = await api.fetch(`GET /renditions/${filmed.id}/file`, { as: guest.token });
    expect(mp4.headers.get('content-type')).toBe('video/mp4');
    const seen = await api.ask(`GET /renditions/${filmed.id}`, { as: guest.token });
    expect(seen.json).toMatchObject({ state: 'ready', provenance: null });
    expect((await make()).json.items).toEqual(made);
    const shorter = { as, json: { steps: chain.slice(0, 2) } };
    const again = await api.ask(`POST /versions/${versionId}/renditions/steps`, shorter);
    expect(again.json.items.map(({ id }: { id: string }) => id)).toEqual([refined.id, enlarged.id]);
  });

  it('are refused in another order, and without any', async () => {
    const version = await aVersion();
    await approve(version);
    const ask = (steps: unknown) =>
      api.ask(`POST /versions/${version.versionId}/renditions/steps`, { as, json: { steps } });
    expect(await ask([film, chain[1]])).toMatchObject({
      status: 422,
      json: { code: 'rendition.wrong-order' },
    });
    expect((await ask([])).status).toBe(400);
  });

  it('end with the one that is cancelled, whether it waits or is being made, and can be asked for again', async () => {
    const version = await aVersion();
    await approve(version);
    const steps = [
      { kind: 'upscale', scale: 2 },
      { ...film, seconds: 20, fps: 30 },
    ];
    const make = () =>
      api.ask(`POST /versions/${version.versionId}/renditions/steps`, { as, json: { steps } });
    const [enlarged, filmed] = (await make()).json.items;
    await until('it films', async () => (await read(filmed.id)).progress > 0);
    const cancel = (id: string) => api.ask(`POST /renditions/${id}/cancel`, { as });
    expect(await cancel(enlarged.id)).toMatchObject({ status: 409, json: { code: 'rendition.not-queued' } });
    expect(await cancel(filmed.id)).toMatchObject({ status: 200, json: { state: 'cancelled' } });
    const shortened = [steps[0], film];
    const json = { steps: shortened };
    const next = (await api.ask(`POST /versions/${version.versionId}/renditions/steps`, { as, json })).json
      .items;
    expect(next[0].id).toBe(enlarged.id);
    expect(await ended(next[1].id)).toMatchObject({ state: 'ready' });
    expect(await read(filmed.id)).toMatchObject({ state: 'cancelled', fileDigest: null });
    expect((await make()).json.items[1]).toMatchObject({ id: filmed.id, state: 'queued', progress: 0 });
    await cancel(filmed.id);
  });

  it('fail with a code that says why, and what was to be made of them with them', async () => {
    const version = await aVersion();
    await approve(version);
    const { versionId, digest } = version;
    const { studioId } = studio;
    const parentId = newId<RenditionId>();
    const step = { kind: 'upscale', scale: 16_384 };
    const row = { studioId, versionId, digest: digest ?? '', format: 'png' };
    await ctx.db.rendition.create({ data: { id: parentId, ...row, recipe: 'large', step } });
    const id = newId<RenditionId>();
    await ctx.db.rendition.create({ data: { id, ...row, recipe: 'larger', step, parentId } });
    await ctx.db.$transaction((tx) =>
      ctx.queue.enqueue(tx, 'rendition.step', { studioId, renditionId: parentId }),
    );
    expect(await ended(parentId)).toMatchObject({ state: 'failed', failureCode: 'rendition.too-large' });
    expect(await read(id)).toMatchObject({ state: 'failed', failureCode: 'rendition.step-before-failed' });
  });
});

async function read(id: string) {
  return (await api.ask(`GET /renditions/${id}`, { as })).json;
}

function ended(id: string) {
  return until('it has ended', async () => {
    const rendition = await read(id);
    return rendition.state !== 'queued' && rendition;
  });
}
