import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noServices, type ServicesConfig } from '@pinpaint/config';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServices, ServiceSetupError } from './createServices.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pinpaint-services-'));
  await writeFile(join(folder, 'good.json'), JSON.stringify({ '1': slot('image'), '2': slot('mask') }));
  await writeFile(join(folder, 'bad.json'), JSON.stringify({ '1': slot('image') }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const slot = (name: string) => ({
  class_type: 'LoadImage',
  inputs: { image: 'a.png' },
  _meta: { title: `pinpaint.${name}` },
});

const gemini = (...models: NonNullable<ServicesConfig['gemini']>['models']): ServicesConfig => ({
  ...noServices,
  gemini: { apiKey: 'of-the-operator', baseUrl: null, models, callsPerMinute: 1, timeoutSeconds: 1 },
});

const comfyui = (file: string): ServicesConfig => ({
  ...noServices,
  comfyui: {
    url: 'http://gpu:8188',
    token: null,
    workflows: [{ name: 'comfyui', path: join(folder, file) }],
    usdPerRun: 0.01,
    maxMegapixels: 2,
    timeoutSeconds: 60,
  },
});

const pricesOf = (config: ServicesConfig) =>
  createServices(config).map(({ facts, runsIn }) => [facts.name, facts.usd.perRun, runsIn]);

test('without keys there are none', () => {
  expect(createServices(noServices)).toEqual([]);
});

test('each is announced with its price: the operator’s, else the list’s', () => {
  const models = [
    { model: 'gemini-2.5-flash-image', imageSize: '1K', usd: null },
    { model: 'gemini-3-pro-image-preview', imageSize: '4K', usd: null },
    { model: 'gemini-9-ours', imageSize: '1K', usd: 0.3 },
  ] as const;
  const flux = { apiKey: 'another-key', baseUrl: 'https://api.bfl.ai', usdPerRun: 0.05 };
  expect(pricesOf({ ...gemini(...models), flux })).toEqual([
    ['gemini-2.5-flash-image', 0.044, 'elsewhere'],
    ['gemini-3-pro-image-preview-4k', 0.302, 'elsewhere'],
    ['gemini-9-ours', 0.3, 'elsewhere'],
    ['flux-fill', 0.05, 'elsewhere'],
  ]);
  expect(pricesOf(comfyui('good.json'))).toEqual([['comfyui', 0.01, 'elsewhere']]);
});

test.each([
  [
    /GEMINI_MODELS: nobody here knows what gemini-9-ours costs at 2K/,
    () => gemini({ model: 'gemini-9-ours', imageSize: '2K', usd: null }),
  ],
  [/COMFYUI_WORKFLOWS: .*bad.json: No node’s title says pinpaint.mask/, () => comfyui('bad.json')],
  [/COMFYUI_WORKFLOWS: .*none.json can’t be read/, () => comfyui('none.json')],
])('what can’t be used is named in one line: %s', (says, config) => {
  expect(() => createServices(config())).toThrow(ServiceSetupError);
  expect(() => createServices(config())).toThrow(says);
});
