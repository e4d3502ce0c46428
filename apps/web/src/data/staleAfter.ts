import type { QueryClient } from '@tanstack/react-query';
import type { News } from './newsSocket.ts';

/**
 * Marks what these news make old, so that what is on screen is read again. A query's key begins with the
 * word for what it holds; here stands which words a subject's news concern.
 */
export function staleAfter(client: QueryClient, news: readonly News[]): void {
  const words = new Set(news.flatMap(({ subject }) => concerns[subject] ?? [subject]));
  void client.invalidateQueries({ predicate: ({ queryKey: [word] }) => words.has(String(word)) });
}

const concerns: Readonly<Record<string, readonly string[]>> = {
  studio: ['me', 'overview', 'spending', 'estimate'],
  member: ['me', 'members', 'overview'],
  project: ['projects', 'overview', 'waiting', 'estimate'],
  artwork: ['kit', 'pins', 'estimate'],
  colour: ['kit', 'pins', 'estimate'],
  board: ['boards', 'overview', 'waiting'],
  link: ['links', 'overview'],
  guest: ['links', 'overview'],
  frame: ['frames', 'series', 'overview', 'waiting'],
  lock: ['locks', 'mask', 'estimate'],
  pin: ['pins', 'charges', 'thread', 'estimate', 'mask', 'overview', 'waiting'],
  edit: ['edits', 'candidates', 'pins', 'carry', 'overview', 'waiting', 'spending'],
  candidate: ['candidates', 'edits', 'carry'],
  layer: ['versions', 'version'],
  version: ['versions', 'version', 'overview', 'waiting'],
  rendition: ['renditions', 'charges'],
  session: ['sessions'],
  token: ['tokens'],
  worker: ['workers', 'segmenter', 'estimate'],
};
