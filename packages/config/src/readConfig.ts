import { hostname } from 'node:os';
import { isAbsolute } from 'node:path';
import { type BoardId, err, type FrameId, ok, parseId, type Result, type StudioId } from '@pinpaint/domain';
import { z } from 'zod';
import {
  type Config,
  type DemoTour,
  logLevels,
  type MailConfig,
  type OidcConfig,
  type S3Config,
  workerRoles,
} from './config.ts';
import { noModels, readModels } from './readModels.ts';
import { namedFiles, pricedModelName, pricedModels, type ServicesConfig } from './services.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** `says` is one line for a person and names the variable; it repeats no value that may be a secret. */
export type ConfigError = {
  readonly code: 'config.wrong-value';
  readonly name: string;
  readonly says: string;
};

/** Reads only what it knows. A variable set to nothing counts as not set, as compose files pass it so. */
export function readConfig(env: Environment): Result<Config, ConfigError> {
  const said = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = variables.safeParse(said);
  if (!parsed.success) return err(firstError(parsed.error, said));
  const read = parsed.data;
  const models = read.MODELS ? readModels(read.MODELS) : ok(noModels);
  if (!models.ok) return models;
  return ok({
    host: read.HOST,
    port: read.PORT,
    publicUrl: read.PUBLIC_URL ?? `http://localhost:${read.PORT}`,
    trustedProxies: read.TRUSTED_PROXIES,
    databaseUrl: read.DATABASE_URL ?? null,
    dataDir: read.DATA_DIR ?? null,
    s3: s3Of(read),
    demoStudioId: read.DEMO_STUDIO ?? null,
    demoTour: demoTourOf(read),
    mail: mailOf(read),
    oidc: oidcOf(read),
    maxUploadBytes: read.MAX_UPLOAD_BYTES,
    maxMegapixels: read.MAX_MEGAPIXELS,
    maxHistoryBytes: read.MAX_HISTORY_BYTES,
    logLevel: read.LOG_LEVEL,
    rooms: { url: read.ROOMS_URL ?? null, areHere: read.ROOMS_HERE === 'yes', origins: read.ROOM_ORIGINS },
    metrics: read.METRICS_PORT ? { host: read.METRICS_HOST, port: read.METRICS_PORT } : null,
    traces: read.OTEL_EXPORTER_OTLP_ENDPOINT
      ? { to: read.OTEL_EXPORTER_OTLP_ENDPOINT, share: read.OTEL_TRACES_SAMPLER_ARG }
      : null,
    worker: {
      apiUrl: read.API_URL ?? `http://${reachableHost(read.HOST)}:${read.PORT}`,
      token: read.WORKER_TOKEN ?? null,
      name: read.WORKER_NAME ?? hostname(),
      roles: read.WORKER_ROLES,
      models: models.value,
      services: servicesOf(read),
    },
  });
}

function demoTourOf({ DEMO_LINK, DEMO_BOARD, DEMO_FRAME }: Variables): DemoTour | null {
  if (!DEMO_LINK || !DEMO_BOARD || !DEMO_FRAME) return null;
  return { linkToken: DEMO_LINK, boardId: DEMO_BOARD, frameId: DEMO_FRAME };
}

function s3Of(read: Variables): S3Config | null {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = read;
  if (!bucket) return null;
  return {
    bucket,
    prefix: read.S3_PREFIX ? `${read.S3_PREFIX}/` : '',
    endpoint: read.S3_ENDPOINT ?? null,
    region: read.S3_REGION,
    keys: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : null,
    isPathStyle: read.S3_PATH_STYLE ? read.S3_PATH_STYLE === 'yes' : read.S3_ENDPOINT !== undefined,
    cacheBytes: read.S3_CACHE_BYTES,
  };
}

function mailOf({ SMTP_URL, MAIL_FROM, AUTH_SECRET }: Variables): MailConfig | null {
  if (!SMTP_URL || !MAIL_FROM || !AUTH_SECRET) return null;
  return { smtpUrl: SMTP_URL, from: MAIL_FROM, authSecret: AUTH_SECRET };
}

function oidcOf(read: Variables): OidcConfig | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = read;
  if (!issuer || !clientId || !clientSecret || !read.AUTH_SECRET) return null;
  return { issuer, clientId, clientSecret, name: read.OIDC_NAME, authSecret: read.AUTH_SECRET };
}

function servicesOf(read: Variables): ServicesConfig {
  const { GEMINI_API_KEY: apiKey, COMFYUI_URL: url, BFL_API_KEY: fluxKey } = read;
  return {
    gemini: apiKey
      ? {
          apiKey,
          baseUrl: read.GEMINI_BASE_URL ?? null,
          models: read.GEMINI_MODELS,
          callsPerMinute: read.GEMINI_CALLS_PER_MINUTE,
          timeoutSeconds: read.GEMINI_TIMEOUT_SECONDS,
        }
      : null,
    comfyui: url
      ? {
          url,
          token: read.COMFYUI_TOKEN ?? null,
          workflows: read.COMFYUI_WORKFLOWS ?? [],
          usdPerRun: read.COMFYUI_USD_PER_RUN,
          maxMegapixels: read.COMFYUI_MAX_MEGAPIXELS,
          timeoutSeconds: read.COMFYUI_TIMEOUT_SECONDS,
        }
      : null,
    reader: read.NOTE_READER
      ? {
          model: read.NOTE_READER.model,
          usd: read.NOTE_READER.usd ?? mostPerReading,
          isFixed: read.NOTE_READER.usd !== null,
          timeoutSeconds: read.NOTE_READER_TIMEOUT_SECONDS,
          callsPerMinute: read.NOTE_READER_CALLS_PER_MINUTE,
        }
      : null,
    veo: read.VEO_API_KEY
      ? {
          apiKey: read.VEO_API_KEY,
          baseUrl: read.VEO_BASE_URL ?? null,
          model: read.VEO_MODEL.model,
          usdPerSecond: read.VEO_MODEL.usd ?? veoListPrice,
          timeoutSeconds: read.VEO_TIMEOUT_SECONDS,
          callsPerMinute: read.VEO_CALLS_PER_MINUTE,
        }
      : null,
    flux: fluxKey ? { apiKey: fluxKey, baseUrl: read.BFL_BASE_URL, usdPerRun: read.BFL_USD_PER_RUN } : null,
  };
}

/** More than the longest note costs with any of the listed models. */
const mostPerReading = 0.03;

/** USD a second, the dearest of early 2026: https://cloud.google.com/vertex-ai/generative-ai/pricing */
const veoListPrice = 0.4;

const megabyte = 1024 * 1024;

/** What is of no use without the others. */
const together = {
  S3_ENDPOINT: ['S3_BUCKET'],
  S3_ACCESS_KEY_ID: ['S3_BUCKET', 'S3_SECRET_ACCESS_KEY'],
  S3_SECRET_ACCESS_KEY: ['S3_ACCESS_KEY_ID'],
  SMTP_URL: ['MAIL_FROM', 'AUTH_SECRET'],
  COMFYUI_URL: ['COMFYUI_WORKFLOWS'],
  NOTE_READER: ['GEMINI_API_KEY'],
  OIDC_ISSUER: ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'AUTH_SECRET'],
} as const;

const roomsPath = /^(\/[\w.~-]+)+\/?$/;
/** A host's first part may be a star. */
const roomOrigin = /^wss?:\/\/(\*\.)?[\w.-]+(:\d{1,5})?$/;

const variables = z
  .object({
    HOST: hostName().default('127.0.0.1'),
    PORT: wholeNumber(1, 65_535).default(3000),
    PUBLIC_URL: webAddress().optional(),
    TRUSTED_PROXIES: wholeNumber(0, 10).default(0),
    DATABASE_URL: z
      .string()
      .refine(isPostgresUrl, 'must look like postgres://user:password@host:5432/database')
      .optional(),
    DATA_DIR: z.string().refine(isAbsolute, 'must be the absolute path of a folder').optional(),
    S3_BUCKET: matching(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket').optional(),
    S3_PREFIX: matching(
      /^[\w.-]+(\/[\w.-]+)*$/,
      'must be words with slashes between them, as pins/ours',
    ).optional(),
    S3_ENDPOINT: webAddress().optional(),
    S3_REGION: matching(/^[a-z0-9-]{2,40}$/, 'must be a region, as eu-central-1').default('us-east-1'),
    S3_ACCESS_KEY_ID: matching(/^\S{3,200}$/, 'must be a key, without spaces').optional(),
    S3_SECRET_ACCESS_KEY: matching(/^\S{3,200}$/, 'must be a key, without spaces').optional(),
    S3_PATH_STYLE: z.enum(['yes', 'no'], 'must be yes or no').optional(),
    S3_CACHE_BYTES: wholeNumber(0, 1024 ** 4).default(2048 * megabyte),
    DEMO_STUDIO: idOf<StudioId>('must be the id of the embedded stack’s demo studio').optional(),
    DEMO_LINK: matching(/^[\w-]{1,200}$/, 'must be the token of the demo client’s review link').optional(),
    DEMO_BOARD: idOf<BoardId>('must be the id of the demo board').optional(),
    DEMO_FRAME: idOf<FrameId>('must be the id of a picture on the demo board').optional(),
    MAX_UPLOAD_BYTES: wholeNumber(1, 4096 * megabyte).default(200 * megabyte),
    // The upper end keeps width × height × 4 channels × 2 bytes inside what one allocation can hold.
    MAX_MEGAPIXELS: wholeNumber(1, 500).default(120),
    // Years of a team's daily work on one board.
    MAX_HISTORY_BYTES: wholeNumber(megabyte, 1024 ** 4).default(256 * megabyte),
    LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'),
    ROOMS_URL: roomsAddress().optional(),
    ROOMS_HERE: z.enum(['yes', 'no'], 'must be yes or no').default('yes'),
    ROOM_ORIGINS: z
      .string()
      .transform((text) => text.trim().split(/\s+/))
      .pipe(z.array(matching(roomOrigin, 'must be origins with spaces between, as wss://*.example.com')))
      .default([]),
    METRICS_PORT: wholeNumber(1, 65_535).optional(),
    METRICS_HOST: hostName().default('127.0.0.1'),
    OTEL_EXPORTER_OTLP_ENDPOINT: webAddress().optional(),
    OTEL_TRACES_SAMPLER_ARG: matching(/^(0(\.\d+)?|1(\.0+)?)$/, 'must be a share from 0 to 1')
      .transform(Number)
      .default(1),
    API_URL: webAddress().optional(),
    WORKER_TOKEN: matching(/^\S{16,}$/, 'must have 16 characters or more and no spaces').optional(),
    WORKER_NAME: matching(/^.{1,80}$/, 'must have 1 to 80 characters').optional(),
    WORKER_ROLES: z
      .string()
      .transform((text) => [...new Set(text.split(',').map((role) => role.trim()))])
      .pipe(z.array(z.enum(workerRoles, `must be one or both of ${workerRoles.join(',')}`)))
      .default([...workerRoles]),
    MODELS: z.string().refine(isAbsolute, 'must be the absolute path of a file').optional(),
    SMTP_URL: z.string().refine(isSmtpUrl, 'must look like smtps://user:password@host:465').optional(),
    MAIL_FROM: matching(
      /^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/,
      'must be an address, as Studio <pins@example.com>',
    ).optional(),
    OIDC_ISSUER: webAddress().optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    OIDC_NAME: matching(/^.{1,40}$/, 'must have 1 to 40 characters').default('single sign-on'),
    AUTH_SECRET: matching(/^\S{32,}$/, 'must have 32 characters or more and no spaces').optional(),
    GEMINI_API_KEY: matching(/^\S{8,200}$/, 'must be a key, without spaces').optional(),
    GEMINI_BASE_URL: webAddress().optional(),
    GEMINI_MODELS: pricedModels.default([{ model: 'gemini-2.5-flash-image', imageSize: '1K', usd: null }]),
    GEMINI_CALLS_PER_MINUTE: wholeNumber(1, 10_000).default(10),
    GEMINI_TIMEOUT_SECONDS: wholeNumber(1, 600).default(180),
    NOTE_READER: pricedModelName.optional(),
    NOTE_READER_TIMEOUT_SECONDS: wholeNumber(1, 60).default(10),
    NOTE_READER_CALLS_PER_MINUTE: wholeNumber(1, 10_000).default(10),
    VEO_API_KEY: matching(/^\S{8,200}$/, 'must be a key, without spaces').optional(),
    VEO_BASE_URL: webAddress().optional(),
    VEO_MODEL: pricedModelName.default({ model: 'veo-3.1-generate-001', usd: null }),
    VEO_TIMEOUT_SECONDS: wholeNumber(30, 3_600).default(900),
    VEO_CALLS_PER_MINUTE: wholeNumber(1, 1_000).default(2),
    COMFYUI_URL: webAddress().optional(),
    COMFYUI_TOKEN: matching(/^\S{8,2000}$/, 'must be a token, without spaces').optional(),
    COMFYUI_WORKFLOWS: namedFiles.optional(),
    COMFYUI_USD_PER_RUN: price().default(0),
    COMFYUI_MAX_MEGAPIXELS: wholeNumber(1, 100).default(2),
    // A run of any engine ends after a quarter of an hour.
    COMFYUI_TIMEOUT_SECONDS: wholeNumber(1, 840).default(600),
    BFL_API_KEY: matching(/^\S{8,200}$/, 'must be a key, without spaces').optional(),
    BFL_BASE_URL: webAddress().default('https://api.bfl.ai'),
    BFL_USD_PER_RUN: price().default(0.05),
  })
  .superRefine((read, { addIssue }) => {
    for (const [main, others] of Object.entries(together)) {
      if (!read[main as keyof typeof together]) continue;
      const missing = others.find((name) => !read[name]);
      if (missing) {
        addIssue({ code: 'custom', path: [missing], message: `has to be set too, since ${main} is` });
      }
    }
  });

type Variables = z.infer<typeof variables>;

const secret: ReadonlySet<string> = new Set([
  'DATABASE_URL',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
  'WORKER_TOKEN',
  'DEMO_LINK',
  'SMTP_URL',
  'AUTH_SECRET',
  'OIDC_CLIENT_SECRET',
  'GEMINI_BASE_URL',
  'COMFYUI_URL',
  'BFL_BASE_URL',
  'GEMINI_API_KEY',
  'COMFYUI_TOKEN',
  'BFL_API_KEY',
  'VEO_API_KEY',
  'VEO_BASE_URL',
]);

function firstError(error: z.ZodError, said: Environment): ConfigError {
  const [issue] = error.issues;
  const name = String(issue?.path[0] ?? 'The environment');
  const not = secret.has(name) || said[name] === undefined ? '' : `, not ${JSON.stringify(said[name])}`;
  return { code: 'config.wrong-value', name, says: `${name} ${issue?.message ?? 'is wrong'}${not}.` };
}

function matching(pattern: RegExp, otherwise: string) {
  return z.string().regex(pattern, otherwise);
}

function hostName() {
  return matching(/^[A-Za-z0-9.:_-]+$/, 'must be an address or a host name, as 127.0.0.1');
}

function idOf<I extends StudioId | BoardId | FrameId>(otherwise: string) {
  return z
    .string()
    .transform((text) => parseId<I>(text))
    .refine((id) => id !== null, otherwise);
}

function wholeNumber(from: number, to: number) {
  return z
    .string()
    .refine(
      (text) => /^\d{1,15}$/.test(text) && Number(text) >= from && Number(text) <= to,
      `must be a whole number from ${from} to ${to}`,
    )
    .transform(Number);
}

/** USD. */
function price() {
  return z
    .string()
    .regex(/^\d{1,3}(\.\d{1,6})?$/, 'must be a price in USD, as 0.05')
    .transform(Number);
}

function webAddress() {
  return z
    .string()
    .refine(isWebUrl, 'must be an address that begins with http:// or https:// and holds no password')
    .transform((text) => text.replace(/\/+$/, ''));
}

function roomsAddress() {
  return z
    .string()
    .refine(
      (text) => (text.startsWith('/') ? roomsPath.test(text) : isWebUrl(text.replace(/^ws/, 'http'))),
      'must be an address that begins with wss://, ws://, https:// or http://, or a path that begins with /',
    )
    .transform((text) => text.replace(/\/+$/, '').replace(/^http/, 'ws'));
}

function isWebUrl(text: string): boolean {
  const url = URL.parse(text);
  // One with a password in it would end in errors that people read.
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}

function isSmtpUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname.length > 0;
}

function isPostgresUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
}

/** "Every address" is nothing one can connect to. */
function reachableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
