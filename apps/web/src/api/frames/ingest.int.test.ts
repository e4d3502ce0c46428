import { createTestDatabase } from '@pinpaint/db/testing';
import { aPicture, asPng, asTiff, iccOf, withOrientation } from '@pinpaint/pictures/testing';
import { afterAll, describe, expect, it } from 'vitest';
import { openPictureStudio } from '../testing/openPictureStudio.ts';

const house = await openPictureStudio((await createTestDatabase()).url);
const { api, as, aFrame, proved, samplesAt } = house;
afterAll(() => house.stop());

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
      expect(await samplesAt(`GET /frames/${frameId}/master`)).toEqual(picture.data);
      const { proof, state } = await proved(v1);
      expect([state, proof.changedInside, proof.masterDigest]).toEqual(['in_review', 0, proof.resultDigest]);
      const verdict = await api.ask(`GET /versions/${v1}/verify`, { as });
      expect(verdict.json).toMatchObject({ holds: true, reasons: [] });
    },
  );

  it('lying on its side is turned upright', async () => {
    const picture = aPicture({ width: 61, height: 47 });
    const { frameId } = await aFrame(withOrientation(await asPng(picture), 6));
    const { master } = (await api.ask(`GET /frames/${frameId}`, { as })).json;
    expect(master.size).toEqual({ width: 47, height: 61 });
    const samples = await samplesAt(`GET /frames/${frameId}/master`);
    // Orientation 6: the first row shown is the first column stored, from its foot.
    expect([...samples.slice(0, 3)]).toEqual([...picture.data.slice(46 * 61 * 3, 46 * 61 * 3 + 3)]);
  });
});
