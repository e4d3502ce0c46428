export type RoomNode = {
  readonly id: string;
  /** Where browsers reach it: an address, or a path of the pages' own; null: the pages' own. */
  readonly url: string | null;
  /** Of what it can bear, 0…1. */
  readonly load: number;
  readonly isDraining: boolean;
  readonly isOwner: boolean;
};

/** Even a node that is full is worth a try where there is no other. */
const leastWeight = 0.02;
/** Loads are told anew every moment; only great differences count, so that those who come at once choose alike. */
const steps = 4;

/**
 * Whom a room's people are sent to: its owner while that one stays; else one by rendezvous hash, in which a node's
 * chance is the share of its strength that is free. So all who come at once choose alike, and when a node goes only
 * its own rooms move.
 *
 * @param nodes those that live
 * @returns null: there is none to send anybody to
 */
export function chooseNode(nodes: readonly RoomNode[], boardId: string): RoomNode | null {
  const staying = nodes.filter(({ isDraining }) => !isDraining);
  const owner = staying.find(({ isOwner }) => isOwner);
  if (owner) return owner;
  const scored = staying.map((node) => ({ node, score: scoreOf(node, boardId) }));
  return scored.reduce<(typeof scored)[number] | null>(higher, null)?.node ?? null;
}

function higher<T extends { readonly score: number }>(best: T | null, one: T): T {
  return best && best.score >= one.score ? best : one;
}

/** Schindelhauer and Schomaker's logarithmic method: of many boards each node gets its weight's share. */
function scoreOf({ id, load }: RoomNode, boardId: string): number {
  const weight = Math.max(leastWeight, 1 - Math.round(load * steps) / steps);
  return -weight / Math.log(unitHash(`${id}/${boardId}`));
}

/** Between 0 and 1 and neither: FNV-1a, its bits then mixed as in MurmurHash3. */
function unitHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (((hash ^ (hash >>> 16)) >>> 0) + 0.5) / 2 ** 32;
}
