import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readClipTokenizer, type TokenizePrompt } from './clipTokenizer.ts';
import { writeClipFolder } from './testing/clipFolder.ts';

let folder: string;
let tokenize: TokenizePrompt;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pinpaint-clip-'));
  await writeClipFolder(folder);
  tokenize = await readClipTokenizer(folder);
});
afterAll(() => rm(folder, { recursive: true }));

describe("CLIP's tokenizer", () => {
  // The ids that OpenAI's own code gives.
  it.each([
    ['a photo of a cat', [320, 1125, 539, 320, 2368]],
    ['a diagram', [320, 22697]],
    ['a dog', [320, 1929]],
    ['Hello   World!', [3306, 1002, 256]],
    ['', []],
  ])('numbers “%s” as published, between a start and ends up to 77', (prompt, ids) => {
    const tokens = Array.from(tokenize(prompt));
    expect(tokens).toHaveLength(77);
    expect(tokens.slice(0, ids.length + 2)).toEqual([49406, ...ids, 49407]);
    expect(new Set(tokens.slice(ids.length + 2))).toEqual(new Set([49407]));
  });

  it('reads any writing as bytes, and never an unknown token', () => {
    const tokens = Array.from(tokenize('車を赤く 🚗 café'));
    expect(tokens.indexOf(49407)).toBeGreaterThan(5);
  });

  it('cuts what is longer than the encoder reads, and still ends it', () => {
    const tokens = tokenize('red '.repeat(200));
    expect(tokens).toHaveLength(77);
    expect(tokens[76]).toBe(49407);
    expect(tokens[75]).toBe(tokens[1]);
  });

  it('pads with what the model was taught with', async () => {
    const second = await mkdtemp(join(tmpdir(), 'pinpaint-clip-'));
    await writeClipFolder(second, '!');
    const pads = (await readClipTokenizer(second))('a cat').slice(4);
    expect(new Set(pads)).toEqual(new Set([0]));
    await rm(second, { recursive: true });
  });

  it('says which file is missing', async () => {
    await expect(readClipTokenizer('/nowhere')).rejects.toMatchObject({ code: 'engine.model-unreadable' });
  });
});
