import { createTestDatabase } from '@pinpaint/db/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { openPictureStudio } from '../testing/openPictureStudio.ts';
import { until } from '../testing/until.ts';

const house = await openPictureStudio((await createTestDatabase()).url);
const { api, guest, as, aVersion, approve, samplesAt } = house;
const { ctx } = api;
afterAll(() => house.stop());

describe('a rendition', () => {
  it.each(['png', 'tiff', 'jpeg'] as const)('as %s is the version’s picture', async (format) => {
    const version = await aVersion();
    const { versionId, frameId } = version;
    const samples = await samplesAt(`GET /versions/${versionId}/result`);
    const make = () => api.ask(`POST /versions/${versionId}/renditions`, { as, json: { format } });
    expect(await make()).toMatchObject({ status: 409, json: { code: 'rendition.not-approved' } });
    await approve(version);
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
    const got = await samplesAt(`GET /renditions/${id}/file`, guest.token);
    expect(got.length).toBe(samples.length);
    if (format !== 'jpeg') expect(got).toEqual(samples);
    const topics = await ctx.db.ledgerEvent.findMany({ where: { subjectId: id }, orderBy: { seq: 'asc' } });
    expect(topics.map(({ topic }) => topic)).toEqual(['rendition.queued', 'rendition.made']);
    const head = await api.fetch(`HEAD /renditions/${id}/file`, seen);
    expect([head.status, (await head.arrayBuffer()).byteLength]).toEqual([200, 0]);
    expect((await api.ask(`GET /frames/${frameId}/tiles/0/0/0`, seen)).status).toBe(200);
  });
});
