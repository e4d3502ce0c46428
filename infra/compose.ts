import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';
import { durationMs, type Healthcheck, readImage } from './image.ts';

/** What docker-compose.yml says of a service, as far as it is checked or run. */
type Service = {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string };
  readonly command?: readonly string[];
  readonly env_file?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly read_only?: boolean;
  readonly user?: string;
  readonly cap_drop?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly stop_grace_period?: string;
};

export type Compose = { readonly services: Readonly<Record<string, Service>>; readonly volumes: object };

/** What Docker starts for a service that is built here. */
export type BuiltService = {
  readonly command: readonly string[];
  /** With the secrets and addresses of the examples. */
  readonly env: Readonly<Record<string, string>>;
  readonly healthcheck: Healthcheck | null;
  /** From SIGTERM to SIGKILL. */
  readonly graceMs: number;
};

const root = join(import.meta.dirname, '..');
export const composeFile = join(root, 'docker-compose.yml');

/** Docker's own, where a service doesn't say. */
const defaultGrace = '10s';

export function readCompose(): Compose {
  return parse(readFileSync(composeFile, 'utf8'), { merge: true });
}

export function readBuiltService(name: string): BuiltService {
  const service = readCompose().services[name];
  if (!service?.build) throw new Error(`No service ${name} is built here.`);
  const image = readImage(join(root, service.build.dockerfile));
  const command = service.command ?? image.command;
  if (!command) throw new Error(`${name} has no command in exec form.`);
  const files = (service.env_file ?? []).map(readExample);
  return {
    command,
    env: Object.assign({}, image.env, ...files, service.environment),
    healthcheck: service.healthcheck?.disable ? null : image.healthcheck,
    graceMs: durationMs(service.stop_grace_period ?? defaultGrace),
  };
}

function readExample(file: string): NodeJS.Dict<string> {
  return parseEnv(readFileSync(join(root, `${file}.example`), 'utf8'));
}
