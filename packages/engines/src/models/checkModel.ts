import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { createDiffusion } from '../diffusion/createDiffusion.ts';
import { type Engine, EngineError, type EngineRequest } from '../engine.ts';
import { createFill } from '../fill/createFill.ts';
import { type FillKind, fillKind } from '../fill/fillKind.ts';
import { ModelShelf } from '../onnx/ModelShelf.ts';
import { type Model, openModel, type Port } from '../onnx/openModel.ts';
import { fileDigest } from '../onnx/weightsDigest.ts';
import { createSegmenter } from '../segment/createSegmenter.ts';
import { segmentFilesAmong } from '../segment/segmentFiles.ts';
import { findsSquare } from './findsSquare.ts';
import { knownLicence } from './knownLicence.ts';
import { type Fault, faultOf, maskFaults, plainPicture, rangeFaults } from './plainPicture.ts';

/** What a file or a folder of weights is, as far as its graphs say. */
export type ModelReport = {
  readonly path: string;
  /** As in the file that MODELS names; null: nothing here knows what to do with it. */
  readonly kind: 'fill' | 'diffusion' | 'segment' | null;
  /** For people, e.g. “LaMa or the like: a picture and a mask of 0…1, any size”. */
  readonly says: string;
  /** Why it doesn't fit, or what is wrong with what it made of a simple picture; null: nothing. */
  readonly problem: string | null;
  readonly licence: string;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
  readonly graphs: readonly (Pick<Model, 'provider' | 'because' | 'inputs' | 'outputs'> & {
    readonly name: string;
  })[];
  /** Of one run over a picture of 64 × 64; null: it was not run. */
  readonly ranSeconds: number | null;
};

const memoryBytes = 16 * 2 ** 30;
/** Of which one is run. */
const steps = 20;

/**
 * Opens what lies there, holds it against what the engines can feed, lets it run once, and holds its answer against
 * what any model must make of so simple a picture.
 */
export async function checkModel(path: string): Promise<ModelReport> {
  const there = await stat(path).catch(() => null);
  if (!there) return unfit(path, 'There is nothing at this path.');
  const isFolder = there.isDirectory();
  const files = await digests(path, isFolder ? await filesBelow(path) : [path]);
  const graphs = files
    .map(({ name }) => (isFolder ? join(path, name) : path))
    .filter((file) => file.endsWith('.onnx'));
  const licence = knownLicence(files.map(({ name }) => name));
  const opened: (ModelReport['graphs'][number] & { readonly path: string })[] = [];
  try {
    for (const graph of graphs)
      opened.push(await look(graph, isFolder ? relative(path, graph) : basename(graph)));
    const { kind, says, run } = isFolder
      ? aFolder(
          path,
          files.map(({ name }) => name),
        )
      : aFile(path, opened[0]);
    return { path, kind, says, licence, files, graphs: opened, ...(await runOnce(run)) };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { ...unfit(path, error.message), licence, files, graphs: opened };
  }
}

function unfit(path: string, problem: string): ModelReport {
  const says = 'not a model that an engine here can use';
  return {
    path,
    kind: null,
    says,
    problem,
    licence: knownLicence([]),
    files: [],
    graphs: [],
    ranSeconds: null,
  };
}

type Known = {
  readonly kind: 'fill' | 'diffusion' | 'segment';
  readonly says: string;
  /** @returns what is wrong with the answer; null: nothing */
  readonly run: (shelf: ModelShelf) => Promise<string | null>;
};

/** In what a file of this form answers, and what it does with a mask that is the other way round. */
const fillFaults: Readonly<Record<FillKind['form'], readonly Fault[]>> = {
  pair: [...rangeFaults['0…255'], maskFaults.shown],
  joined: [...rangeFaults['0…1'], maskFaults.blackened],
  bytes: [maskFaults.shown],
};

function aFile(
  path: string,
  graph: { readonly inputs: readonly Port[]; readonly outputs: readonly Port[] } | undefined,
): Known {
  const { form, size } = fillKind({ path, inputs: graph?.inputs ?? [], outputs: graph?.outputs ?? [] });
  const forms = {
    pair: 'LaMa or the like: a picture and a mask of 0…1',
    joined: 'LaMa, the export with one input of four planes',
    bytes: 'MI-GAN or the like: 8 bits, a mask of 0 is the hole',
  };
  const sidePx = size?.width ?? null;
  return {
    kind: 'fill',
    says: `${forms[form]}, ${size ? `${size.width} × ${size.height} pixels` : 'any size'}`,
    run: (shelf) =>
      answerTo(
        plainPicture(1, 'thing'),
        createFill({ name: 'check', path, sidePx }, shelf),
        fillFaults[form],
      ),
  };
}

function aFolder(path: string, files: readonly string[]): Known {
  if (segmentFilesAmong(path, files)) {
    return {
      kind: 'segment',
      says: 'MobileSAM, SAM 2 or the like: an encoder and a decoder',
      run: (shelf) => findsSquare(createSegmenter(path, shelf)),
    };
  }
  const model = { name: 'check', path, sidePx: 512, sampler: 'euler', steps, guidance: 2 } as const;
  return {
    kind: 'diffusion',
    says: 'a Stable Diffusion inpainting folder',
    // Only its last step: what a model invents nobody can foretell, what it must keep is known.
    run: (shelf) =>
      answerTo(plainPicture(1 / steps, 'ground'), createDiffusion(model, shelf), rangeFaults['−1…1']),
  };
}

async function look(path: string, name: string) {
  const model = await openModel(path);
  const { provider, because, inputs, outputs } = model;
  await model.release();
  return { path, name, provider, because, inputs, outputs };
}

async function runOnce(run: Known['run']): Promise<Pick<ModelReport, 'problem' | 'ranSeconds'>> {
  const shelf = new ModelShelf(memoryBytes);
  const since = performance.now();
  try {
    const problem = await run(shelf);
    return { problem, ranSeconds: (performance.now() - since) / 1000 };
  } finally {
    await shelf.clear();
  }
}

async function answerTo(
  request: EngineRequest,
  engine: Engine,
  faults: readonly Fault[],
): Promise<string | null> {
  const [candidate] = await engine.run(request, new AbortController().signal, () => {});
  return faultOf(candidate, faults);
}

async function filesBelow(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

async function digests(root: string, paths: readonly string[]): Promise<ModelReport['files']> {
  const found: ModelReport['files'][number][] = [];
  for (const path of paths) {
    const name = path === root ? basename(path) : relative(root, path);
    found.push({ name, bytes: (await stat(path)).size, sha256: await fileDigest(path) });
  }
  return found;
}
