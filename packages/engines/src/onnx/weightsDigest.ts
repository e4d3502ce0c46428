import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { EngineError } from '../engine.ts';
import { nameOfFile } from './nameOfFile.ts';
import { weightFiles } from './weightFiles.ts';

/** By path, size and time, for as long as the process lives: gigabytes are read once. */
const known = new Map<string, Promise<string>>();

/** SHA-256 of a model's weights in hex; of several files the SHA-256 of their digests, in the order given. */
export async function weightsDigest(graphs: readonly string[]): Promise<string> {
  const files = (await Promise.all(graphs.map(weightFiles))).flat();
  const digests = await Promise.all(files.map(fileDigest));
  const [only, ...others] = digests;
  if (only && others.length === 0) return only;
  return createHash('sha256').update(digests.join('\n')).digest('hex');
}

/** SHA-256 of one file in hex. */
export async function fileDigest(path: string): Promise<string> {
  const { size, mtimeMs } = await stat(path).catch(() => {
    throw unreadable(path);
  });
  const key = `${path} ${size} ${mtimeMs}`;
  const reading = known.get(key) ?? read(path);
  known.set(key, reading);
  reading.catch(() => known.delete(key));
  return reading;
}

async function read(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk);
  } catch {
    throw unreadable(path);
  }
  return hash.digest('hex');
}

function unreadable(path: string): EngineError {
  return new EngineError('engine.model-unreadable', `${nameOfFile(path)} can’t be read.`);
}
