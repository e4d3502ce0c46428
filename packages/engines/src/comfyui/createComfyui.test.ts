import { unmoved } from '@pinpaint/imaging';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { EngineError, type EngineRequest, type SeenMeanwhile } from '../engine.ts';
import { aFixtureCase } from '../grade/aFixtureCase.ts';
import { aClock } from '../services/testing/aClock.ts';
import { aCodec } from '../services/testing/aCodec.ts';
import { serve } from '../services/testing/serve.ts';
import { createComfyui } from './createComfyui.ts';
import { readWorkflow, type Workflow } from './readWorkflow.ts';
import { anObjectInfo } from './testing/anObjectInfo.ts';
import aWorkflow from './testing/aWorkflow.json' with { type: 'json' };
import { fakeComfyui } from './testing/fakeComfyui.ts';

const key = 'a-proxys/own+token';
const fake = fakeComfyui();
const served = await serve(fake.listen);
fake.attach(served.server);
afterAll(() => served.stop());
beforeEach(() => {
  fake.behaviour = { kind: 'draw' };
  fake.objectInfo = anObjectInfo;
  fake.prompts.length = 0;
  fake.givenUp.length = 0;
});

const { request } = await aFixtureCase('patch-off', { kind: 'add', thing: 'a small ladybird' });
const calm = new AbortController().signal;

function workflowOf(json: unknown = aWorkflow): Workflow {
  const workflow = readWorkflow(json);
  if (typeof workflow === 'string') throw new Error(workflow);
  return workflow;
}

function anEngine(workflow = workflowOf(), runLimitMs = 20_000) {
  const options = {
    name: 'comfyui',
    url: served.url,
    key,
    workflow,
    usdPerRun: 0,
    maxPixels: 2e6,
    runLimitMs,
  };
  return createComfyui({ ...options, codec: aCodec, clock: aClock() });
}

const run = (wanted: EngineRequest = request, engine = anEngine()) =>
  engine.run(wanted, calm, () => undefined);

async function errorOf(promise: Promise<unknown>): Promise<EngineError> {
  const error = await promise.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof EngineError) return error;
  throw new Error(`No EngineError: ${error}`);
}

describe('a user’s workflow', () => {
  test('is run with picture, mask, prompt, seed and strength in the slots that its titles name', async () => {
    fake.behaviour = { kind: 'draw', warp: { ...unmoved, shiftX: 3.3, shiftY: -2.1 } };
    const [candidate] = await run({ ...request, seed: 41, strength: 0.7 });
    const { width, height } = request.crop;
    expect(candidate?.patch).toMatchObject({ width, height, depth: 8 });
    expect(candidate?.usedAlpha).toEqual(request.permittedAlpha);
    expect(candidate?.provenance).toMatchObject({ service: 'comfyui', seed: 41, strength: 0.7 });
    expect(Number(candidate?.provenance?.shiftX)).toBeCloseTo(3.3, 0);
    const [prompt] = fake.prompts;
    expect(prompt?.['1']?.inputs.image).toMatch(/^pinpaint\/[0-9a-f]{64}\.png$/);
    expect(prompt?.['4']?.inputs).toEqual({ text: 'a small ladybird', clip: ['3', 1] });
    expect(prompt?.['5']?.inputs).toMatchObject({ seed: 41, denoise: 0.7, steps: 20 });
  });

  test('that encodes for inpainting gets its whole strength, or the hole’s grey would stay', async () => {
    const workflow = workflowOf({ ...aWorkflow, '6': { class_type: 'VAEEncodeForInpaint', inputs: {} } });
    fake.objectInfo = { ...anObjectInfo, VAEEncodeForInpaint: {} };
    await run({ ...request, strength: 0.5 }, anEngine(workflow));
    expect(fake.prompts[0]?.['5']?.inputs.denoise).toBe(1);
  });

  test('without a prompt can only take things away', () => {
    const { '4': _, ...wordless } = aWorkflow;
    expect(anEngine(workflowOf(wordless)).facts.kinds).toEqual(['remove']);
  });

  test.each<[string, unknown]>([
    ['It is no workflow in ComfyUI’s API format (Workflow › Export (API)).', { nodes: [] }],
    ['No node’s title says pinpaint.mask.', { '1': aWorkflow['1'] }],
    [
      'Node 1 (pinpaint.image) has no image to write image into.',
      { '1': { class_type: 'X', inputs: {}, _meta: { title: 'pinpaint.image' } } },
    ],
  ])('is refused when it is read: %s', (says, json) => {
    expect(readWorkflow(json)).toBe(says);
  });

  test.each<[RegExp, object]>([
    [/no node InpaintModelConditioning \(node 6\)/, { ...anObjectInfo, InpaintModelConditioning: undefined }],
    [
      /no ckpt_name “sd15-inpainting.safetensors”/,
      {
        ...anObjectInfo,
        CheckpointLoaderSimple: { input: { required: { ckpt_name: ['COMBO', { options: ['flux'] }] } } },
      },
    ],
    [
      /Node 7 \(VAEDecode\) needs tiles/,
      { ...anObjectInfo, VAEDecode: { input: { required: { tiles: ['INT'] } } } },
    ],
  ])('that the server can’t run costs nothing: %s', async (says, objectInfo) => {
    fake.objectInfo = objectInfo;
    const error = await errorOf(run());
    expect([error.code, error.usd, fake.prompts.length]).toEqual(['engine.request-refused', 0, 0]);
    expect(error.message).toMatch(says);
  });
});

describe('while it runs', () => {
  test('steps and previews are told', async () => {
    const told: [number, SeenMeanwhile | undefined][] = [];
    await anEngine().run(request, calm, (fraction, seen) => told.push([fraction, seen]));
    expect(told).toContainEqual([0.45, {}]);
    const preview = told.find(([, seen]) => seen?.preview)?.[1]?.preview;
    expect(preview?.variant).toBe(0);
    expect(await aCodec.decode(preview?.bytes ?? new Uint8Array(), 1e6)).toMatchObject({ channels: 3 });
  });

  test('a preview says which of the variants it is of', async () => {
    const variants = new Set<number | undefined>();
    await anEngine().run({ ...request, variants: 2 }, calm, (_, seen) =>
      variants.add(seen?.preview?.variant),
    );
    expect([...variants]).toEqual(expect.arrayContaining([0, 1]));
  });

  test('a broken line ends nothing: the server is asked', async () => {
    fake.behaviour = { kind: 'line-breaks' };
    expect(await run()).toHaveLength(1);
    expect(fake.prompts).toHaveLength(1);
  });

  /** Gives up once something was told. */
  async function giveUpOnce(when: (fraction: number, seen?: SeenMeanwhile) => boolean) {
    const giveUp = new AbortController();
    const told: (SeenMeanwhile | undefined)[] = [];
    const reason = new Error('cancelled');
    const running = anEngine().run(request, giveUp.signal, (fraction, seen) => {
      told.push(seen);
      if (when(fraction, seen)) giveUp.abort(reason);
    });
    await expect(running).rejects.toBe(reason);
    return told;
  }

  test('given up in the queue it is taken out of it; how many are before is known', async () => {
    fake.behaviour = { kind: 'wait' };
    expect(await giveUpOnce((_, seen) => seen?.ahead !== undefined)).toEqual([{ ahead: 2 }]);
    expect(fake.givenUp).toEqual([expect.stringMatching(/^delete /)]);
  });

  test('given up while it is drawn it is interrupted', async () => {
    fake.behaviour = { kind: 'hang' };
    await giveUpOnce((fraction) => fraction > 0);
    expect(fake.givenUp).toEqual([expect.stringMatching(/^interrupt /)]);
  });
});

describe('it ends as', () => {
  test.each([
    ['engine.request-refused', 'error', /KSampler: CUDA out of memory/],
    ['engine.request-refused', 'refuse', /Prompt outputs failed validation/],
    ['engine.not-understood', 'no-picture', /saved no picture/],
    ['engine.not-registered', 'another-picture', /stay as it is/],
  ] as const)('%s when the server says %s', async (code, kind, says) => {
    fake.behaviour = { kind };
    const error = await errorOf(run());
    expect(error.code).toBe(code);
    expect(error.message).toMatch(says);
    expect(error.message).not.toContain(key);
  });

  test('engine.timed-out when it hangs, and the server is told to stop', async () => {
    fake.behaviour = { kind: 'hang' };
    const error = await errorOf(run(request, anEngine(workflowOf(), 700)));
    expect(error.code).toBe('engine.timed-out');
    expect(fake.givenUp).toEqual([expect.stringMatching(/^interrupt /)]);
  });
});
