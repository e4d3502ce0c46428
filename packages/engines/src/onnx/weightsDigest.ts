import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { EngineError } from '../engine.ts';

/** By path, for as long as the process lives: gigabytes are read once. */
const known = new Map<string, Promise<string>>();

/** SHA-256 of a model's file in hex; of several the SHA-256 of their digests, in the order given. */
export async function weightsDigest(paths: readonly string[]): Promise<string> {
  const digests = await Promise.all(paths.map(digestOf));
  const [only, ...others] = digests;
  if (only && others.length === 0) return only;
  return createHash('sha256').update(digests.join('\n')).digest('hex');
}

function digestOf(path: string): Promise<string> {
  const reading = known.get(path) ?? read(path);
  known.set(path, reading);
  reading.catch(() => known.delete(path));
  return reading;
}

async function read(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk);
  } catch {
    throw new EngineError('engine.model-unreadable', `${basename(path)} can’t be read.`);
  }
  return hash.digest('hex');
}
