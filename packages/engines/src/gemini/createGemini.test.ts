import type { Wish } from '@pinpaint/domain';
import { unmoved } from '@pinpaint/imaging';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type EngineCandidate, EngineError, type EngineRequest } from '../engine.ts';
import { aFixtureCase } from '../grade/aFixtureCase.ts';
import { aCodec } from '../services/testing/aCodec.ts';
import { serve } from '../services/testing/serve.ts';
import { createGemini } from './createGemini.ts';
import { type GeminiModel, listPriceOf } from './geminiModels.ts';
import { type FakeBehaviour, fakeGemini } from './testing/fakeGemini.ts';

const apiKey = 'AIza-the+operators/own-key';
const fake = fakeGemini();
const served = await serve(fake.listen);
afterAll(() => served.stop());
beforeEach(() => {
  fake.behaviour = { kind: 'draw' };
  fake.asked.length = 0;
});

const wish: Wish = { kind: 'add', thing: 'a small ladybird' };
const { request: whole } = await aFixtureCase('patch-off', wish);
const request: EngineRequest = { ...whole, note: 'add a small ladybird' };

function anEngine(wish: Partial<GeminiModel> = {}, timeoutMs = 20_000) {
  const model = {
    model: 'gemini-2.5-flash-image',
    imageSize: '1K' as const,
    usd: 0.039,
    tokens: null,
    ...wish,
  };
  const limits = { timeoutMs, firstWaitMs: 1, perMinute: 1000 };
  const [engine] = createGemini({ apiKey, baseUrl: served.url, models: [model], codec: aCodec, limits });
  if (!engine) throw new Error('no engine');
  return engine;
}

const calm = new AbortController().signal;
const run = (engine = anEngine(), wanted = request) => engine.run(wanted, calm, () => undefined);

async function errorOf(promise: Promise<unknown>): Promise<EngineError> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof EngineError) return error;
  throw new Error(`No EngineError: ${error}`);
}

/** The worst a kept pixel near the region is off in the patch. */
function worstAround({ patch }: EngineCandidate): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < request.permittedAlpha.length; i += 1) {
    if (request.permittedAlpha[i] !== 0) continue;
    sum += Math.abs((patch.data[i * 3] ?? 0) - (request.crop.data[i * 3] ?? 0));
    count += 1;
  }
  return sum / count;
}

describe('what comes back', () => {
  test.each<[string, FakeBehaviour & { kind: 'draw' }]>([
    ['as it was sent', { kind: 'draw' }],
    ['shifted', { kind: 'draw', warp: { ...unmoved, shiftX: 6.4, shiftY: -7.7 } }],
    ['scaled', { kind: 'draw', warp: { scaleX: 1.018, scaleY: 1.018, shiftX: 2, shiftY: 3 } }],
    ['of a wrong size', { kind: 'draw', size: { width: 640, height: 600 } }],
  ])('%s lies on the crop’s own pixels, in its light', async (_, behaviour) => {
    fake.behaviour = behaviour;
    const [candidate] = await run();
    if (!candidate) throw new Error('no candidate');
    const { width, height, depth } = request.crop;
    expect(candidate.patch).toMatchObject({ width, height, depth });
    expect(candidate.usedAlpha).toEqual(request.permittedAlpha);
    expect(worstAround(candidate)).toBeLessThan(2.5);
    const warp = behaviour.warp ?? unmoved;
    expect(candidate.provenance).toMatchObject({
      service: 'gemini',
      model: 'gemini-2.5-flash-image',
      modelVersion: 'fake-1',
      aspectRatio: expect.any(String),
      seed: 1,
      coloursMatched: true,
    });
    expect(Number(candidate.provenance?.shiftX)).toBeCloseTo(warp.shiftX, 0);
    expect(Number(candidate.provenance?.scaleX)).toBeCloseTo(warp.scaleX, 2);
  });

  test('has the crop’s depth, where that is 16', async () => {
    const data = Uint16Array.from(request.crop.data, (sample) => sample * 257);
    const { width, height } = request.crop;
    const deep: EngineRequest = { ...request, crop: { width, height, depth: 16, data } };
    const [candidate] = await run(anEngine(), deep);
    expect(candidate?.patch.depth).toBe(16);
  });

  test('is refused when it is another picture: its cost stays', async () => {
    fake.behaviour = { kind: 'another-picture' };
    const error = await errorOf(run());
    expect([error.code, error.usd]).toEqual(['engine.not-registered', 0.039]);
  });
});

test('is asked with the picture, a mask of its size and the wish; each variant with a seed of its own', async () => {
  const candidates = await run(anEngine(), {
    ...request,
    variants: 2,
    intent: { ...request.intent, keep: ['the flag'] },
  });
  expect(candidates.map(({ seed }) => seed)).toEqual([1, 2]);
  const [first, second] = fake.asked;
  expect(first).toMatchObject({ path: '/v1beta/models/gemini-2.5-flash-image:generateContent', key: apiKey });
  expect([first, second].map((one) => one?.body.generationConfig.seed).sort()).toEqual([1, 2]);
  const [text, picture, mask] = first?.body.contents[0]?.parts ?? [];
  expect(text?.text).toMatch(/add a small ladybird[\s\S]*Leave alone: the flag/);
  const sizes = await Promise.all(
    [picture, mask].map((part) => aCodec.decode(Buffer.from(part?.inlineData?.data ?? '', 'base64'), 1e7)),
  );
  expect(sizes[0]).toMatchObject({ width: sizes[1]?.width, height: sizes[1]?.height });
});

test('is shown what a match is to look like, as a third picture', async () => {
  const crop = { width: 2, height: 1, depth: 16 as const, data: Uint16Array.of(65535, 0, 0, 0, 257, 514) };
  const shown: EngineRequest = { ...request, reference: { crop, alpha: Uint8Array.of(255, 255) } };
  await run(anEngine(), shown);
  const third = fake.asked[0]?.body.contents[0]?.parts[3]?.inlineData?.data ?? '';
  const picture = await aCodec.decode(Buffer.from(third, 'base64'), 10);
  expect([...(picture?.data ?? [])]).toEqual([255, 0, 0, 0, 1, 2]);
});

describe('a picture from words alone', () => {
  const draws = { aspect: '16:9', width: 1344, height: 768 };
  const [none, all] = [Uint8Array.of(0), Uint8Array.of(255)];
  const crop = { width: 1, height: 1, depth: 8 as const, data: new Uint8Array(3) };
  const planes = { crop, permittedAlpha: all, region: all, known: none, locked: none };
  const words: EngineRequest = { ...request, ...planes, note: 'a field of dandelions', draws };

  test('is asked for in a shape that is announced, without any picture beside', async () => {
    const engine = anEngine();
    expect(engine.facts.draws).toContainEqual(draws);
    const [drawn] = await run(engine, words);
    const [asked] = fake.asked;
    expect(asked?.body.contents[0]?.parts).toEqual([
      { text: expect.stringContaining('a field of dandelions') },
    ]);
    expect(asked?.body.generationConfig.imageConfig?.aspectRatio).toBe('16:9');
    expect(drawn?.patch).toMatchObject({ width: 1344, height: 768, depth: 8 });
    expect(drawn?.provenance).toMatchObject({
      service: 'gemini',
      aspectRatio: '16:9',
      seed: 1,
      returnedWidth: 1344,
    });
    expect(drawn?.usd).toBe(0.039);
  });

  test('that comes in another shape is cut to the one asked for', async () => {
    fake.behaviour = { kind: 'draw', size: { width: 1000, height: 1000 } };
    const [drawn] = await run(anEngine(), words);
    expect(drawn?.patch).toMatchObject({ width: 1344, height: 768 });
    // Its upper rim lies where a square’s lies that was cut above and below: 21 % down.
    expect(drawn?.patch.data[1]).toBeCloseTo(0.214 * 255, -1);
  });

  test.each<[string, FakeBehaviour]>([
    ['engine.refused', { kind: 'refuse-prompt' }],
    ['engine.not-understood', { kind: 'no-picture' }],
  ])('ends as %s', async (code, behaviour) => {
    fake.behaviour = behaviour;
    expect(await errorOf(run(anEngine(), words))).toMatchObject({ code });
  });
});

describe('the cost', () => {
  test('is what the answer says, by the prices of tokens', async () => {
    const priced = listPriceOf('gemini-2.5-flash-image', '1K');
    const [candidate] = await run(anEngine(priced ?? {}));
    expect(candidate?.usd).toBeCloseTo((800 * 0.3 + 1290 * 30) / 1e6, 9);
  });

  test('is the price list’s when the answer says nothing', async () => {
    fake.behaviour = { kind: 'draw', noUsage: true };
    const [candidate] = await run(anEngine(listPriceOf('gemini-2.5-flash-image', '1K') ?? {}));
    expect(candidate?.usd).toBe(0.039);
  });

  test.each([
    ['gemini-2.5-flash-image', '1K', 1290],
    ['gemini-3.1-flash-image', '1K', 1120],
    ['gemini-3-pro-image', '2K', 1120],
    ['gemini-3-pro-image', '4K', 2000],
  ] as const)(
    'of %s at %s is estimated with all that it may think, and it may think no longer',
    async (name, imageSize, drawn) => {
      const priced = listPriceOf(name, imageSize);
      const engine = anEngine({ model: name, imageSize, ...priced });
      await run(engine);
      const most = fake.asked[0]?.body.generationConfig.maxOutputTokens ?? 0;
      const { input = 0, text = 0, image = 0 } = priced?.tokens ?? {};
      expect(most).toBeGreaterThanOrEqual(drawn + 1000);
      // Three pictures of the largest size are read as some five thousand tokens, the words among them.
      const worst = (5000 * input + drawn * image + (most - drawn) * text) / 1e6;
      expect(engine.facts.usd.perRun).toBeGreaterThanOrEqual(worst);
      expect(engine.facts.usd.perRun).toBeLessThan(1.6 * (priced?.usd ?? 0));
    },
  );

  test('is known before, from the same list', () => {
    const { facts } = anEngine({ model: 'gemini-3-pro-image', imageSize: '4K', usd: 0.24 });
    expect(facts).toMatchObject({ name: 'gemini-3-pro-image-4k', usd: { perRun: 0.24, perMegapixel: 0 } });
  });
});

describe('it ends as', () => {
  test.each<[string, FakeBehaviour, RegExp, number | undefined]>([
    ['engine.refused', { kind: 'refuse-prompt' }, /PROHIBITED_CONTENT\): It shows a brand/, 0],
    ['engine.refused', { kind: 'refuse-picture' }, /held back the picture it drew \(IMAGE_SAFETY\)/, 0.039],
    ['engine.refused', { kind: 'talk' }, /I can only describe pictures/, 0.039],
    ['engine.not-understood', { kind: 'no-picture' }, /no picture/, 0.039],
    ['engine.not-understood', { kind: 'half-json' }, /could not be read/, undefined],
    ['engine.not-understood', { kind: 'html' }, /web page/, undefined],
    ['engine.too-large', { kind: 'huge' }, /larger than/, undefined],
    ['engine.rate-limited', { kind: 'status', status: 429, times: 9 }, /no more calls/, 0],
    ['engine.request-refused', { kind: 'status', status: 400, times: 9 }, /\[key\] may not/, 0],
  ])('%s, case %#', async (code, behaviour, says, usd) => {
    fake.behaviour = behaviour;
    const error = await errorOf(run());
    expect([error.code, error.usd]).toEqual([code, usd]);
    expect(error.message).toMatch(says);
  });

  test('engine.timed-out when nobody answers', async () => {
    fake.behaviour = { kind: 'hang' };
    expect(await errorOf(run(anEngine({}, 150)))).toMatchObject({ code: 'engine.timed-out', usd: undefined });
    expect(fake.asked).toHaveLength(1);
  });

  test('a picture, when only the first two calls were too many', async () => {
    fake.behaviour = { kind: 'status', status: 429, times: 2 };
    expect(await run()).toHaveLength(1);
    expect(fake.asked).toHaveLength(3);
  });

  test('the signal’s reason, when it is given up', async () => {
    fake.behaviour = { kind: 'hang' };
    const giveUp = new AbortController();
    const running = anEngine().run(request, giveUp.signal, () => undefined);
    const reason = new Error('cancelled');
    giveUp.abort(reason);
    await expect(running).rejects.toBe(reason);
  });
});

test('the key is in nothing that a run brings out', async () => {
  const out: unknown[] = [];
  const kinds: FakeBehaviour[] = [
    { kind: 'draw' },
    { kind: 'status', status: 400, times: 1 },
    { kind: 'status', status: 403, times: 1 },
    { kind: 'half-json' },
  ];
  const engine = anEngine();
  for (const behaviour of kinds) {
    fake.behaviour = behaviour;
    const end = await engine
      .run(request, calm, (fraction) => out.push(fraction))
      .catch((error: unknown) => error);
    out.push(end instanceof Error ? [end.message, end.stack, String(end.cause), { ...end }] : end);
  }
  out.push(engine.facts);
  expect(JSON.stringify(out)).not.toMatch(/AIza|own-key/);
});
