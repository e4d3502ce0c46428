import type { BoardId, FrameId, StudioId } from '@pinpaint/domain';
import type { ModelsConfig } from './readModels.ts';
import type { ServicesConfig } from './services.ts';

/** What a process was told by its environment, checked once at its start and passed in from there. */
export type Config = {
  readonly host: string;
  readonly port: number;
  /** Where people reach this installation, without a slash at the end; links in messages begin with it. */
  readonly publicUrl: string;
  /** How many reverse proxies stand before web, and say in X-Forwarded-For whom they saw. */
  readonly trustedProxies: number;
  /** null: nothing was said, so the embedded Postgres is used. Holds a password: never log it. */
  readonly databaseUrl: string | null;
  /** Absolute. null: nothing was said, so `defaultDataDir` of the checkout is used. */
  readonly dataDir: string | null;
  /** null: blobs lie in the data folder. Holds a key: never log it. */
  readonly s3: S3Config | null;
  /** null: not the embedded stack, so nobody signs in by a click. Only that stack itself says it. */
  readonly demoStudioId: StudioId | null;
  /** What the demo's first page leads through; null as above. */
  readonly demoTour: DemoTour | null;
  /** null: nobody signs in by mail. */
  readonly mail: MailConfig | null;
  /** null: nobody signs in by an OpenID provider. */
  readonly oidc: OidcConfig | null;
  readonly maxUploadBytes: number;
  readonly maxMegapixels: number;
  /** Of each board, beside its document. */
  readonly maxHistoryBytes: number;
  readonly logLevel: LogLevel;
  readonly rooms: RoomsConfig;
  /** Where Prometheus asks; null: nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
  /** Where traces are sent, without a slash at the end, and how many of all, 0…1; null: none are made. */
  readonly traces: { readonly to: string; readonly share: number } | null;
  readonly worker: WorkerConfig;
};

export type RoomsConfig = {
  /** Where browsers reach this process's rooms: `wss://…`, or a path of PUBLIC_URL; null: PUBLIC_URL itself. */
  readonly url: string | null;
  /** Whether the web process serves rooms; where it does not, processes of their own do. */
  readonly areHere: boolean;
  /** What pages may open sockets to besides where they come from, as `wss://*.rooms.example.com`. */
  readonly origins: readonly string[];
};

export type DemoTour = {
  /** The demo client's review link: whoever has it can enter, so only pages of this very machine are told. */
  readonly linkToken: string;
  readonly boardId: BoardId;
  /** The picture that is circled first. */
  readonly frameId: FrameId;
};

export type S3Config = {
  readonly bucket: string;
  /** Before every key: nothing, or with a slash at the end. */
  readonly prefix: string;
  /** null: Amazon's own. */
  readonly endpoint: string | null;
  readonly region: string;
  /** null: those that Amazon gives to the machine. */
  readonly keys: { readonly accessKeyId: string; readonly secretAccessKey: string } | null;
  /** The bucket stands in the address's path, not in its host. */
  readonly isPathStyle: boolean;
  /** What of it may lie on this machine's disk while nobody reads it. */
  readonly cacheBytes: number;
};

export type MailConfig = {
  /** Holds a password: never log it. */
  readonly smtpUrl: string;
  readonly from: string;
  /** Keys the sign-ins under way; the same for every web process. */
  readonly authSecret: string;
};

export type OidcConfig = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people call it; stands on the button. */
  readonly name: string;
  /** As in MailConfig. */
  readonly authSecret: string;
};

export type WorkerConfig = {
  /** The API an engine worker asks for work, without a slash at the end. */
  readonly apiUrl: string;
  /** null: none was given; only the embedded stack, which makes one for its own worker, runs so. */
  readonly token: string | null;
  /** What people read on the workers' page. */
  readonly name: string;
  readonly roles: readonly WorkerRole[];
  /** What this machine has of models' weights. */
  readonly models: ModelsConfig;
  /** Hosted engines. Holds keys: never log it. */
  readonly services: ServicesConfig;
};

/** `render` is trusted and sees the database and the blobs; `engine` gets a crop and returns a patch. */
export const workerRoles = ['render', 'engine'] as const;
export type WorkerRole = (typeof workerRoles)[number];

export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof logLevels)[number];
