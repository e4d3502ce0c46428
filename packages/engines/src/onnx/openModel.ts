import { dirname } from 'node:path';
import { InferenceSession, type Tensor } from 'onnxruntime-node';
import { EngineError } from '../engine.ts';
import { nameOfFile } from './nameOfFile.ts';
import { type Provider, providers, reasonAgainst } from './provider.ts';

/** One input or output as a file's graph declares it; a string in a shape is a length that may be anything. */
export type Port = {
  readonly name: string;
  readonly type: string;
  readonly shape: readonly (number | string)[];
};

export type Tensors = Readonly<Record<string, Tensor>>;

/** An opened graph. One run at a time is as fast as several: a run has all cores. */
export type Model = {
  readonly path: string;
  readonly provider: Provider;
  /** Why each faster provider doesn't run it, as `cuda: there is no NVIDIA device`. */
  readonly because: readonly string[];
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
  run(feeds: Tensors): Promise<Tensors>;
  /** Its memory is gone then. */
  release(): Promise<void>;
};

export type OpenOptions = {
  /** In this order; what can't be had is passed over, with its reason. */
  readonly providers?: readonly Provider[];
  /** Of the processor's; as many as there are cores, unless told otherwise. */
  readonly threads?: number;
};

/** @throws EngineError `engine.model-unreadable` when nothing here can open the file. */
export async function openModel(path: string, options: OpenOptions = {}): Promise<Model> {
  const because: string[] = [];
  for (const provider of options.providers ?? providers) {
    const reason = reasonAgainst(provider);
    const opened = reason ?? (await open(path, provider, options));
    if (typeof opened !== 'string') return modelOf(opened, { path, provider, because });
    because.push(`${provider}: ${opened}`);
  }
  const reasons = because.join('; ').replaceAll(`${dirname(path)}/`, '');
  throw new EngineError('engine.model-unreadable', `${nameOfFile(path)} can’t be opened: ${reasons}`);
}

async function open(
  path: string,
  provider: Provider,
  { threads }: OpenOptions,
): Promise<InferenceSession | string> {
  try {
    return await InferenceSession.create(path, {
      executionProviders: [provider],
      graphOptimizationLevel: 'all',
      // An arena keeps what the largest run took, for ever: a tile's worth of it is given back instead.
      enableCpuMemArena: false,
      logSeverityLevel: 3,
      // Threads that wait by spinning take the processor from each other: on a full machine it took twice as long.
      extra: { session: { intra_op: { allow_spinning: '0' } } },
      ...(threads ? { intraOpNumThreads: threads } : {}),
    });
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  }
}

function modelOf(session: InferenceSession, said: Pick<Model, 'path' | 'provider' | 'because'>): Model {
  return {
    ...said,
    inputs: session.inputMetadata.map(toPort),
    outputs: session.outputMetadata.map(toPort),
    run: (feeds) => session.run(feeds),
    release: () => session.release(),
  };
}

function toPort(port: InferenceSession.ValueMetadata): Port {
  if (!port.isTensor) return { name: port.name, type: 'not a tensor', shape: [] };
  return { name: port.name, type: port.type, shape: port.shape };
}
