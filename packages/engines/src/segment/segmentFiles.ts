import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineError } from '../engine.ts';
import { nameOfFile } from '../onnx/nameOfFile.ts';

export type SegmentFiles = { readonly encoder: string; readonly decoder: string };

/** The two graphs of a segmenter's folder, whatever stands before their kind and what they are. */
export function segmentFilesAmong(folder: string, names: readonly string[]): SegmentFiles | null {
  const encoder = names.find((name) => /encoder[^/]*\.onnx$/i.test(name) && !name.includes('/'));
  const decoder = names.find((name) => /decoder[^/]*\.onnx$/i.test(name) && !name.includes('/'));
  return encoder && decoder ? { encoder: join(folder, encoder), decoder: join(folder, decoder) } : null;
}

/** @throws EngineError `engine.model-unreadable` where they are not both there */
export async function segmentFiles(folder: string): Promise<SegmentFiles> {
  const names = await readdir(folder).catch((): string[] => []);
  const files = segmentFilesAmong(folder, names.toSorted());
  if (files) return files;
  throw new EngineError(
    'engine.model-unreadable',
    `${nameOfFile(folder)} has not both an encoder and a decoder, as in mobile_sam.encoder.onnx and mobile_sam.decoder.onnx.`,
  );
}
