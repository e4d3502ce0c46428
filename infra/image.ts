import { readFileSync } from 'node:fs';
import { type Dockerfile, DockerfileParser, type From, type ImageTemplate } from 'dockerfile-ast';

/** Healthy is a container in which this command ends with 0, and in time. */
export type Healthcheck = { readonly command: readonly string[]; readonly timeoutMs: number };

/** What a Dockerfile says about the image that comes out of it, as far as it is checked. */
export type Image = {
  /** Each stage's base, as `node:24.21.0-bookworm-slim`; a stage that builds on another one has none. */
  readonly bases: readonly string[];
  readonly user: string | null;
  /** What the image brings into every process's environment. */
  readonly env: Readonly<Record<string, string>>;
  /** null when there is none, or none in exec form. */
  readonly healthcheck: Healthcheck | null;
  /** In exec form; null when the Dockerfile has none, or has it in shell form. */
  readonly command: readonly string[] | null;
  /** What stands after `RUN`, of every stage. */
  readonly runs: readonly string[];
};

export function readImage(file: string): Image {
  return parseImage(readFileSync(file, 'utf8'));
}

export function parseImage(text: string): Image {
  const dockerfile = DockerfileParser.parse(text);
  const last = lastStage(dockerfile);
  const stages = new Set(dockerfile.getFROMs().map((from) => from.getBuildStage()));
  return {
    bases: dockerfile.getFROMs().flatMap((from) => baseOf(from, stages)),
    user: argumentsOf(last, 'USER').at(-1) ?? null,
    env: environmentOf(last),
    healthcheck: healthcheckOf(last),
    command: execForm(last),
    runs: argumentsOf(dockerfile, 'RUN'),
  };
}

function lastStage(dockerfile: Dockerfile): ImageTemplate {
  const from = dockerfile.getFROMs().at(-1);
  const stage = from && dockerfile.getContainingImage(from.getRange().start);
  if (!stage) throw new Error('A Dockerfile without FROM.');
  return stage;
}

function baseOf(from: From, stages: ReadonlySet<string | null>): string[] {
  const image = from.getImage();
  return image === null || stages.has(image) ? [] : [image];
}

function argumentsOf(image: ImageTemplate, keyword: string): string[] {
  return image
    .getInstructions()
    .filter((instruction) => instruction.getKeyword() === keyword)
    .map((instruction) => instruction.getArgumentsContent() ?? '');
}

function environmentOf(image: ImageTemplate): Record<string, string> {
  const properties = image.getENVs().flatMap((instruction) => instruction.getProperties());
  return Object.fromEntries(properties.map((property) => [property.getName(), property.getValue() ?? '']));
}

/** Docker's own, where a check doesn't say. */
const defaultTimeout = '30s';

function healthcheckOf(image: ImageTemplate): Healthcheck | null {
  const check = image.getHEALTHCHECKs().at(-1);
  const [, json] = /^CMD\s+(\[.*\])$/s.exec(check?.getArgumentsContent() ?? '') ?? [];
  if (!check || !json) return null;
  const timeout = check
    .getFlags()
    .find((flag) => flag.getName() === 'timeout')
    ?.getValue();
  return { command: JSON.parse(json), timeoutMs: durationMs(timeout ?? defaultTimeout) };
}

/** `10s`, as compose files and Dockerfiles here write all their durations. */
export function durationMs(text: string): number {
  const [, seconds] = /^(\d+)s$/.exec(text) ?? [];
  if (!seconds) throw new Error(`${text} is no duration in seconds.`);
  return Number(seconds) * 1000;
}

function execForm(image: ImageTemplate): readonly string[] | null {
  const [entry, command] = [image.getENTRYPOINTs().at(-1), image.getCMDs().at(-1)].map((instruction) =>
    instruction ? instruction.getJSONStrings().map((argument) => argument.getJSONValue()) : [],
  );
  const all = [...(entry ?? []), ...(command ?? [])];
  const isShellForm = image.getCMDs().length > 0 && command?.length === 0;
  return all.length === 0 || isShellForm ? null : all;
}
