import { readFileSync } from 'node:fs';
import { type Dockerfile, DockerfileParser, type From, type ImageTemplate } from 'dockerfile-ast';

/** What a Dockerfile says about the image that comes out of it, as far as it is checked. */
export type Image = {
  /** Each stage's base, as `node:24.21.0-bookworm-slim`; a stage that builds on another one has none. */
  readonly bases: readonly string[];
  readonly user: string | null;
  readonly hasHealthcheck: boolean;
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
    hasHealthcheck: last.getHEALTHCHECKs().some((check) => check.getSubcommand()?.getValue() === 'CMD'),
    command: execForm(last),
    runs: argumentsOf(dockerfile, 'RUN'),
  };
}

/** The very command an image starts with, so that a test can start it as a process. */
export function imageCommand(file: string): readonly string[] {
  const { command } = readImage(file);
  if (!command) throw new Error(`${file} has no command in exec form.`);
  return command;
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

function execForm(image: ImageTemplate): readonly string[] | null {
  const [entry, command] = [image.getENTRYPOINTs().at(-1), image.getCMDs().at(-1)].map((instruction) =>
    instruction ? instruction.getJSONStrings().map((argument) => argument.getJSONValue()) : [],
  );
  const all = [...(entry ?? []), ...(command ?? [])];
  const isShellForm = image.getCMDs().length > 0 && command?.length === 0;
  return all.length === 0 || isShellForm ? null : all;
}
