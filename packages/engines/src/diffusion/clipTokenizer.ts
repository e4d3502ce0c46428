import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import { EngineError } from '../engine.ts';
import { nameOfFile } from '../onnx/nameOfFile.ts';

/** What CLIP's text encoder reads at once, its start and its end among it. */
const promptTokens = 77;

/** Turns a prompt into the 77 numbers that a text encoder reads; what is longer is cut. */
export type TokenizePrompt = (prompt: string) => Int32Array;

/**
 * CLIP's byte-pair encoding (Radford 2021) from a model's `tokenizer/` folder, as published: `vocab.json`,
 * `merges.txt` and the padding token in `special_tokens_map.json` (Stable Diffusion 1 pads with its end, 2 with "!").
 */
export async function readClipTokenizer(folder: string): Promise<TokenizePrompt> {
  const [vocab, merges, special] = await Promise.all([
    readJson(join(folder, 'vocab.json')),
    readText(join(folder, 'merges.txt')),
    readJson(join(folder, 'special_tokens_map.json')),
  ]);
  const ids = new Map(
    Object.entries(vocab).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
  const idOf = (token: string): number => {
    const id = ids.get(token);
    if (id === undefined) throw new EngineError('engine.model-unfit', `The tokenizer has no token ${token}.`);
    return id;
  };
  const start = idOf('<|startoftext|>');
  const end = idOf('<|endoftext|>');
  const pad = idOf(contentOf(special.pad_token) ?? '<|endoftext|>');
  const tokenizer = new Tokenizer(definition(vocab, merges), {});
  return (prompt) => {
    const words = tokenizer.encode(prompt, { add_special_tokens: false }).ids.slice(0, promptTokens - 2);
    const tokens = new Int32Array(promptTokens).fill(pad);
    tokens.set([start, ...words, end]);
    return tokens;
  };
}

/** The folder's two files in the form that the library reads, with what CLIP's own code does around them. */
function definition(vocab: object, merges: string): object {
  const words = "'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+";
  return {
    normalizer: {
      type: 'Sequence',
      normalizers: [
        { type: 'NFC' },
        { type: 'Replace', pattern: { Regex: '\\s+' }, content: ' ' },
        { type: 'Lowercase' },
      ],
    },
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [
        { type: 'Split', pattern: { Regex: words }, behavior: 'Removed', invert: true },
        { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: false },
      ],
    },
    model: {
      type: 'BPE',
      vocab,
      merges: merges.split('\n').filter((line) => line !== '' && !line.startsWith('#version')),
      unk_token: '<|endoftext|>',
      end_of_word_suffix: '</w>',
    },
    post_processor: null,
    decoder: { type: 'ByteLevel' },
    added_tokens: [],
  };
}

/** A special token is written as itself or as an object round it. */
function contentOf(token: unknown): string | null {
  if (typeof token === 'string') return token;
  if (typeof token !== 'object' || token === null || !('content' in token)) return null;
  return typeof token.content === 'string' ? token.content : null;
}

async function readJson(path: string): Promise<Readonly<Record<string, unknown>>> {
  const text = await readText(path);
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null) return { ...parsed };
  } catch {
    // Said below, as of what is JSON and no object.
  }
  throw new EngineError('engine.model-unfit', `${nameOfFile(path)} is not what it should be.`);
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new EngineError('engine.model-unreadable', `${nameOfFile(path)} can’t be read.`);
  }
}
