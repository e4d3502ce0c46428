import { afterAll, beforeEach, expect, test } from 'vitest';
import { aClock } from '../services/testing/aClock.ts';
import { serve } from '../services/testing/serve.ts';
import { createVeo } from './createVeo.ts';
import { aFilm, fakeVeo, type VeoBehaviour } from './testing/fakeVeo.ts';

const apiKey = 'AIza-the-operators-own-key';
const fake = fakeVeo();
const served = await serve(fake.listen);
afterAll(() => served.stop());
beforeEach(() => {
  fake.behaviour = { kind: 'film' };
  fake.asked.length = 0;
});

const calm = new AbortController().signal;
const wish = { prompt: 'a breeze', seconds: 8, isPortrait: false, picture: Uint8Array.of(1, 2, 3) } as const;

function aMaker(runLimitMs = 900_000) {
  const clock = aClock();
  const access = { apiKey, baseUrl: served.url, model: 'veo-3.1-generate-001' };
  return { maker: createVeo({ ...access, runLimitMs, clock }), clock };
}

const operation = 'projects/p/locations/l/publishers/google/models/veo-3.1-generate-001/operations/op-1';
const quiet = { signal: calm, progress: () => undefined };

test('a film is asked for once, and looked after until it is there', async () => {
  fake.behaviour = { kind: 'film', polls: 3 };
  const { maker, clock } = aMaker();
  const name = await maker.begin(wish, calm);
  const { bytes, provenance } = await maker.finish(name, quiet);
  expect(Buffer.from(bytes)).toEqual(aFilm);
  expect(provenance).toMatchObject({ service: 'veo', model: 'veo-3.1-generate-001', operation: name });
  expect(clock.slept).toEqual([10_000, 10_000]);
  const [begun, ...others] = fake.asked;
  expect(begun).toMatchObject({
    path: '/v1beta1/publishers/google/models/veo-3.1-generate-001:predictLongRunning',
    key: apiKey,
    body: {
      instances: [{ prompt: 'a breeze', image: { bytesBase64Encoded: 'AQID', mimeType: 'image/jpeg' } }],
      parameters: { durationSeconds: 8, aspectRatio: '16:9', resolution: '1080p', sampleCount: 1 },
    },
  });
  expect(others).toHaveLength(3);
  expect(others[0]).toMatchObject({
    path: expect.stringMatching(/veo-3.1-generate-001:fetchPredictOperation$/),
    key: apiKey,
    body: { operationName: name },
  });
});

test('one that was begun before is only waited for', async () => {
  await aMaker().maker.finish(operation, quiet);
  expect(fake.asked.some(({ path }) => path.endsWith(':predictLongRunning'))).toBe(false);
});

test.each<[string, VeoBehaviour, number | undefined]>([
  ['engine.rate-limited', { kind: 'status', status: 429 }, 0],
  ['engine.request-refused', { kind: 'status', status: 400 }, 0],
  ['engine.service-down', { kind: 'status', status: 500 }, undefined],
  ['engine.refused', { kind: 'refuse' }, 0],
  ['engine.service-down', { kind: 'fail' }, 0],
  ['engine.timed-out', { kind: 'never' }, undefined],
  ['engine.not-understood', { kind: 'no-film' }, undefined],
  ['engine.too-large', { kind: 'huge' }, undefined],
])('it ends as %s, case %#', async (code, behaviour, usd) => {
  fake.behaviour = behaviour;
  const { maker } = aMaker(60_000);
  const made = maker.begin(wish, calm).then((name) => maker.finish(name, quiet));
  await expect(made).rejects.toMatchObject({ code, usd });
  await made.catch((error: Error) => expect(error.message).not.toContain(apiKey));
});

test('a service that is away for a while is asked again: the film is made all the same', async () => {
  fake.behaviour = { kind: 'away' };
  expect((await aMaker().maker.finish(operation, quiet)).bytes.length).toBe(aFilm.length);
});

test('the signal’s reason, when it is given up', async () => {
  fake.behaviour = { kind: 'hang' };
  const giveUp = new AbortController();
  const asking = aMaker().maker.begin(wish, giveUp.signal);
  giveUp.abort(new Error('cancelled'));
  await expect(asking).rejects.toThrow('cancelled');
});
