import type { Words } from './words.ts';

/** Phrases by their first word, the longest first. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

export type Found = { readonly at: number; readonly length: number };

/** @param lists phrases separated by bars; line breaks count as spaces */
export function phrases(...lists: readonly string[]): Phrases {
  const all = lists.flatMap((list) => list.split('|')).map((phrase) => phrase.trim().split(/\s+/));
  const byFirst = new Map<string, string[][]>();
  for (const phrase of all.sort((a, b) => b.length - a.length)) {
    const [first] = phrase;
    if (first) byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  return byFirst;
}

/** All phrases of several sets. */
export function anyOf(...sets: readonly Phrases[]): Phrases {
  return phrases(sets.flatMap((set) => [...set.values()].flat().map((phrase) => phrase.join(' '))).join('|'));
}

/** @returns how many words the longest phrase that begins here has; 0 for none */
export function phraseAt(words: Words, at: number, set: Phrases): number {
  const candidates = set.get(words[at]?.text ?? '') ?? [];
  const phrase = candidates.find((list) => list.every((text, index) => words[at + index]?.text === text));
  return phrase?.length ?? 0;
}

export function findPhrase(words: Words, set: Phrases, from = 0): Found | null {
  for (let at = from; at < words.length; at += 1) {
    const length = phraseAt(words, at, set);
    if (length > 0) return { at, length };
  }
  return null;
}

export function findLastPhrase(words: Words, set: Phrases): Found | null {
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const length = phraseAt(words, at, set);
    if (length > 0) return { at, length };
  }
  return null;
}

/** The words without all phrases of the set at their beginning. */
export function dropLead(words: Words, set: Phrases): Words {
  let from = 0;
  for (let length = phraseAt(words, 0, set); length > 0; length = phraseAt(words, from, set)) from += length;
  return words.slice(from);
}

/** The words without all phrases of the set at their end. */
export function dropTail(words: Words, set: Phrases): Words {
  let to = words.length;
  for (let length = lengthEndingAt(words, to, set); length > 0; length = lengthEndingAt(words, to, set)) {
    to -= length;
  }
  return words.slice(0, to);
}

const longestPhrase = 8;

function lengthEndingAt(words: Words, to: number, set: Phrases): number {
  for (let length = Math.min(longestPhrase, to); length > 0; length -= 1) {
    if (phraseAt(words.slice(to - length, to), 0, set) === length) return length;
  }
  return 0;
}
