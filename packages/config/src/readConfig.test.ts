import { hostname } from 'node:os';
import { expect, it } from 'vitest';
import { readConfig } from './readConfig.ts';
import { noModels } from './readModels.ts';
import { noServices } from './services.ts';

it('serves on loopback port 3000 with everything embedded when nothing is said', () => {
  expect(readConfig({})).toEqual({
    ok: true,
    value: {
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://localhost:3000',
      trustedProxies: 0,
      databaseUrl: null,
      dataDir: null,
      s3: null,
      demoStudioId: null,
      demoTour: null,
      mail: null,
      oidc: null,
      maxUploadBytes: 209_715_200,
      maxMegapixels: 120,
      maxHistoryBytes: 268_435_456,
      logLevel: 'info',
      rooms: { url: null, areHere: true, origins: [] },
      metrics: null,
      traces: null,
      worker: {
        apiUrl: 'http://127.0.0.1:3000',
        token: null,
        name: hostname(),
        roles: ['render', 'engine'],
        models: noModels,
        services: noServices,
      },
    },
  });
});

it('takes every part from the environment', () => {
  const read = readConfig({
    HOST: '0.0.0.0',
    PORT: '8080',
    PUBLIC_URL: 'https://pins.example/',
    TRUSTED_PROXIES: '2',
    DATABASE_URL: 'postgresql://pin:paint@db:5432/pinpaint',
    DATA_DIR: '/srv/pinpaint',
    S3_BUCKET: 'our-blobs',
    S3_PREFIX: 'pinpaint/ours',
    S3_ENDPOINT: 'https://s3.studio.example/',
    S3_REGION: 'eu-central-1',
    S3_ACCESS_KEY_ID: 'an-id',
    S3_SECRET_ACCESS_KEY: 'a-secret',
    S3_PATH_STYLE: 'no',
    S3_CACHE_BYTES: '1000000',
    DEMO_STUDIO: '01975f3c-8f00-7000-8000-000000000001',
    DEMO_LINK: 'ppl_of-the-demo',
    DEMO_BOARD: '01975f3c-8f00-7000-8000-000000000002',
    DEMO_FRAME: '01975f3c-8f00-7000-8000-000000000003',
    SMTP_URL: 'smtps://pins:paint@mail:465',
    MAIL_FROM: 'Studio <pins@studio.example>',
    AUTH_SECRET: 'thirty-two-characters-or-more-of-it',
    OIDC_ISSUER: 'https://id.studio.example/',
    OIDC_CLIENT_ID: 'pinpaint',
    OIDC_CLIENT_SECRET: 'known to both',
    OIDC_NAME: 'Studio ID',
    MAX_UPLOAD_BYTES: '1000',
    MAX_MEGAPIXELS: '40',
    MAX_HISTORY_BYTES: '1048576',
    LOG_LEVEL: 'debug',
    ROOMS_URL: 'https://sync-1.studio.example/',
    ROOMS_HERE: 'no',
    ROOM_ORIGINS: 'wss://sync-1.studio.example  wss://*.rooms.example:8443',
    METRICS_PORT: '9464',
    METRICS_HOST: '10.0.0.7',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318/',
    OTEL_TRACES_SAMPLER_ARG: '0.05',
    WORKER_TOKEN: 'sixteen-or-longer',
    WORKER_NAME: 'gpu 1',
    WORKER_ROLES: 'engine',
    GEMINI_API_KEY: 'an-operators-key',
    GEMINI_BASE_URL: 'http://gateway/',
    GEMINI_MODELS: 'gemini-2.5-flash-image, gemini-3-pro-image@2K=0.134',
    GEMINI_CALLS_PER_MINUTE: '60',
    GEMINI_TIMEOUT_SECONDS: '90',
    COMFYUI_URL: 'http://gpu:8188/',
    COMFYUI_TOKEN: 'of-the-proxy',
    COMFYUI_WORKFLOWS: '/workflows/inpaint.json, comfyui-fast=/workflows/fast.json',
    COMFYUI_USD_PER_RUN: '0.02',
    COMFYUI_MAX_MEGAPIXELS: '4',
    COMFYUI_TIMEOUT_SECONDS: '300',
    BFL_API_KEY: 'another-key',
    BFL_BASE_URL: 'https://api.eu.bfl.ai',
    BFL_USD_PER_RUN: '0.06',
  });
  expect(read).toEqual({
    ok: true,
    value: {
      host: '0.0.0.0',
      port: 8080,
      publicUrl: 'https://pins.example',
      trustedProxies: 2,
      databaseUrl: 'postgresql://pin:paint@db:5432/pinpaint',
      dataDir: '/srv/pinpaint',
      s3: {
        bucket: 'our-blobs',
        prefix: 'pinpaint/ours/',
        endpoint: 'https://s3.studio.example',
        region: 'eu-central-1',
        keys: { accessKeyId: 'an-id', secretAccessKey: 'a-secret' },
        isPathStyle: false,
        cacheBytes: 1_000_000,
      },
      demoStudioId: '01975f3c-8f00-7000-8000-000000000001',
      demoTour: {
        linkToken: 'ppl_of-the-demo',
        boardId: '01975f3c-8f00-7000-8000-000000000002',
        frameId: '01975f3c-8f00-7000-8000-000000000003',
      },
      mail: {
        smtpUrl: 'smtps://pins:paint@mail:465',
        from: 'Studio <pins@studio.example>',
        authSecret: 'thirty-two-characters-or-more-of-it',
      },
      oidc: {
        issuer: 'https://id.studio.example',
        clientId: 'pinpaint',
        clientSecret: 'known to both',
        name: 'Studio ID',
        authSecret: 'thirty-two-characters-or-more-of-it',
      },
      maxUploadBytes: 1000,
      maxMegapixels: 40,
      maxHistoryBytes: 1_048_576,
      logLevel: 'debug',
      rooms: {
        url: 'wss://sync-1.studio.example',
        areHere: false,
        origins: ['wss://sync-1.studio.example', 'wss://*.rooms.example:8443'],
      },
      metrics: { host: '10.0.0.7', port: 9464 },
      traces: { to: 'http://collector:4318', share: 0.05 },
      worker: {
        apiUrl: 'http://127.0.0.1:8080',
        token: 'sixteen-or-longer',
        name: 'gpu 1',
        roles: ['engine'],
        models: noModels,
        services: {
          reader: null,
          veo: null,
          gemini: {
            apiKey: 'an-operators-key',
            baseUrl: 'http://gateway',
            models: [
              { model: 'gemini-2.5-flash-image', imageSize: '1K', usd: null },
              { model: 'gemini-3-pro-image', imageSize: '2K', usd: 0.134 },
            ],
            callsPerMinute: 60,
            timeoutSeconds: 90,
          },
          comfyui: {
            url: 'http://gpu:8188',
            token: 'of-the-proxy',
            workflows: [
              { name: 'comfyui', path: '/workflows/inpaint.json' },
              { name: 'comfyui-fast', path: '/workflows/fast.json' },
            ],
            usdPerRun: 0.02,
            maxMegapixels: 4,
            timeoutSeconds: 300,
          },
          flux: { apiKey: 'another-key', baseUrl: 'https://api.eu.bfl.ai', usdPerRun: 0.06 },
        },
      },
    },
  });
});

it('takes a variable set to nothing as not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toEqual(readConfig({}));
});

it('takes a path for where its rooms are', () => {
  expect(readConfig({ ROOMS_URL: '/sync/1/' })).toMatchObject({ value: { rooms: { url: '/sync/1' } } });
});

it.each([
  ['ROOMS_HERE', 'maybe', 'ROOMS_HERE must be yes or no, not "maybe".'],
  [
    'ROOMS_URL',
    '//evil.example',
    'ROOMS_URL must be an address that begins with wss://, ws://, https:// or http://, or a path that begins with /, not "//evil.example".',
  ],
  [
    'ROOM_ORIGINS',
    "wss://a.example 'unsafe-inline'",
    'ROOM_ORIGINS must be origins with spaces between, as wss://*.example.com, not "wss://a.example \'unsafe-inline\'".',
  ],
  ['PORT', 'abc', 'PORT must be a whole number from 1 to 65535, not "abc".'],
  ['PORT', '0', 'PORT must be a whole number from 1 to 65535, not "0".'],
  ['PORT', '1e3', 'PORT must be a whole number from 1 to 65535, not "1e3".'],
  ['HOST', 'not a host', 'HOST must be an address or a host name, as 127.0.0.1, not "not a host".'],
  ['DATA_DIR', 'data', 'DATA_DIR must be the absolute path of a folder, not "data".'],
  ['DEMO_STUDIO', 'ours', 'DEMO_STUDIO must be the id of the embedded stack’s demo studio, not "ours".'],
  [
    'MAIL_FROM',
    'the studio',
    'MAIL_FROM must be an address, as Studio <pins@example.com>, not "the studio".',
  ],
  ['S3_BUCKET', 's3://ours', 'S3_BUCKET must be the name of a bucket, not "s3://ours".'],
  [
    'MAX_HISTORY_BYTES',
    '1000',
    'MAX_HISTORY_BYTES must be a whole number from 1048576 to 1099511627776, not "1000".',
  ],
  ['MAX_MEGAPIXELS', '-1', 'MAX_MEGAPIXELS must be a whole number from 1 to 500, not "-1".'],
  [
    'LOG_LEVEL',
    'loud',
    'LOG_LEVEL must be one of silent, fatal, error, warn, info, debug, trace, not "loud".',
  ],
  [
    'API_URL',
    'ftp://x',
    'API_URL must be an address that begins with http:// or https:// and holds no password, not "ftp://x".',
  ],
  [
    'GEMINI_MODELS',
    'gemini-2.5-flash-image=cheap',
    'GEMINI_MODELS must be models as gemini-3-pro-image@2K=0.134, with commas between them, not "gemini-2.5-flash-image=cheap".',
  ],
  ['BFL_USD_PER_RUN', 'five', 'BFL_USD_PER_RUN must be a price in USD, as 0.05, not "five".'],
  [
    'COMFYUI_WORKFLOWS',
    '/a.json,/b.json',
    'COMFYUI_WORKFLOWS must give each workflow a name of its own, not "/a.json,/b.json".',
  ],
  ['WORKER_ROLES', 'engine,cook', 'WORKER_ROLES must be one or both of render,engine, not "engine,cook".'],
])('names %s in one line when it is %j', (name, value, says) => {
  expect(readConfig({ [name]: value })).toEqual({
    ok: false,
    error: { code: 'config.wrong-value', name, says },
  });
});

it.each([
  ['DATABASE_URL', 'mysql://pin:hunter2@db/x'],
  ['DATABASE_URL', 'postgres://pin:hunter2@db'],
  ['WORKER_TOKEN', 'hunter2'],
  ['SMTP_URL', 'imap://pins:hunter2@mail'],
  ['AUTH_SECRET', 'hunter2'],
  ['S3_SECRET_ACCESS_KEY', 'hunter2 hunter2'],
])('does not repeat the secret in a wrong %s', (name, value) => {
  const read = readConfig({ [name]: value });
  expect(read).toMatchObject({ ok: false, error: { name } });
  expect(JSON.stringify(read)).not.toContain('hunter2');
});

it.each([
  ['MAIL_FROM', { AUTH_SECRET: 'x'.repeat(32) }],
  ['AUTH_SECRET', { MAIL_FROM: 'pins@studio.example' }],
])('says that mail needs %s too', (name, rest) => {
  const says = `${name} has to be set too, since SMTP_URL is.`;
  expect(readConfig({ SMTP_URL: 'smtp://mail', ...rest })).toMatchObject({
    ok: false,
    error: { name, says },
  });
});

it('says that an OpenID provider needs its client too', () => {
  const says = 'OIDC_CLIENT_ID has to be set too, since OIDC_ISSUER is.';
  expect(readConfig({ OIDC_ISSUER: 'https://id.example' })).toMatchObject({ ok: false, error: { says } });
});

it('keeps blobs in Amazon’s own S3, with the keys of the machine, when only the bucket is said', () => {
  const read = readConfig({ S3_BUCKET: 'our-blobs' });
  expect(read.ok && read.value.s3).toEqual({
    bucket: 'our-blobs',
    prefix: '',
    endpoint: null,
    region: 'us-east-1',
    keys: null,
    isPathStyle: false,
    cacheBytes: 2_147_483_648,
  });
});

it('says that half a key to S3 is none', () => {
  const says = 'S3_SECRET_ACCESS_KEY has to be set too, since S3_ACCESS_KEY_ID is.';
  const half = { S3_BUCKET: 'our-blobs', S3_ACCESS_KEY_ID: 'an-id' };
  expect(readConfig(half)).toMatchObject({ ok: false, error: { says } });
});
