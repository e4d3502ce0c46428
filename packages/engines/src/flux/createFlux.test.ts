import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { EngineError } from '../engine.ts';
import { aFixtureCase } from '../grade/aFixtureCase.ts';
import { aClock } from '../services/testing/aClock.ts';
import { aCodec } from '../services/testing/aCodec.ts';
import { serve } from '../services/testing/serve.ts';
import { createFlux } from './createFlux.ts';
import { mayHaveKey } from './mayHaveKey.ts';
import { type FluxBehaviour, fakeFlux } from './testing/fakeFlux.ts';

const apiKey = 'bfl-an-operators+key';
const fake = fakeFlux();
const served = await serve(fake.listen);
afterAll(() => served.stop());
beforeEach(() => {
  fake.behaviour = 'draw';
  fake.asked.length = 0;
});

const { request } = await aFixtureCase('patch-off', { kind: 'add', thing: 'a small ladybird' });
const calm = new AbortController().signal;

function run() {
  const clock = aClock();
  const engine = createFlux({ apiKey, baseUrl: served.url, usdPerRun: 0.06, codec: aCodec, clock });
  return engine.run(request, calm, () => undefined);
}

test('draws through the mask, and what it costs is what the service says', async () => {
  const [candidate] = await run();
  const { width, height } = request.crop;
  expect(candidate).toMatchObject({ patch: { width, height, depth: 8 }, seed: 1, usd: 0.05 });
  expect(candidate?.usedAlpha).toEqual(request.permittedAlpha);
  expect(candidate?.provenance).toMatchObject({
    service: 'bfl',
    model: 'flux-pro-1.0-fill',
    taskId: 'task-1',
  });
  expect(Number(candidate?.provenance?.shiftX)).toBeCloseTo(1.4, 1);
  const [sent, ...polls] = fake.asked;
  expect(sent).toMatchObject({
    path: '/v1/flux-pro-1.0-fill',
    key: apiKey,
    body: { prompt: 'a small ladybird', seed: 1 },
  });
  const picture = polls.pop();
  expect(polls.every(({ key }) => key === apiKey)).toBe(true);
  expect(picture).toMatchObject({ path: '/delivery/task-1.png', key: undefined });
});

describe('it ends as', () => {
  test.each<[string, FluxBehaviour, RegExp, number | undefined]>([
    ['engine.refused', 'moderate', /Content Moderated: Derivative works/, 0.05],
    ['engine.service-down', 'fail', /ended with “Error”/, 0.05],
    ['engine.timed-out', 'never', /did not finish/, 0.05],
    ['engine.budget', 'poor', /Insufficient credits/, 0],
    ['engine.not-understood', 'elsewhere', /another form/, undefined],
  ])('%s when the service says %s', async (code, behaviour, says, usd) => {
    fake.behaviour = behaviour;
    const error = await run().then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(EngineError);
    expect(error).toMatchObject({ code, usd, message: expect.stringMatching(says) });
    expect(JSON.stringify([error, String(error)])).not.toContain(apiKey);
  });
});

test.each([
  ['https://api.us1.bfl.ai/v1/get_result?id=1', true],
  ['https://api.bfl.ai/v1/get_result?id=1', true],
  ['http://api.us1.bfl.ai/v1/get_result', false],
  ['https://bfl.ai.evil.example/', false],
  ['https://evilbfl.ai/', false],
])('the key goes to %s: %s', (address, may) => {
  expect(mayHaveKey(address, 'https://api.bfl.ai')).toBe(may);
});
