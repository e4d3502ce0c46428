import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { EngineError } from '../engine.ts';
import { nameOfFile } from './nameOfFile.ts';

/** A graph's file, and those that its weights are kept in beside it, as large exports do. */
export async function weightFiles(path: string): Promise<readonly string[]> {
  const [dir, graph] = [dirname(path), basename(path)];
  const names = await readdir(dir).catch((): string[] => []);
  if (!names.includes(graph))
    throw new EngineError('engine.model-unreadable', `${nameOfFile(path)} can’t be read.`);
  return [
    path,
    ...names
      .filter((name) => isBeside(name, graph))
      .toSorted()
      .map((name) => join(dir, name)),
  ];
}

/** `model.onnx_data` and `model.onnx.data` beside `model.onnx`; older exports call it `weights.pb`. */
function isBeside(name: string, graph: string): boolean {
  return (
    name !== graph && (name.startsWith(`${graph}_`) || name.startsWith(`${graph}.`) || name === 'weights.pb')
  );
}
