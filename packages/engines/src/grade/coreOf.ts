import type { Thing } from './findThing.ts';
import { keepConnected } from './keepConnected.ts';
import { votesOf } from './likeness.ts';
import type { Look } from './look.ts';
import { bondsOf, settle } from './settle.ts';
import { withoutHoles } from './withoutHoles.ts';

/** How much more a pixel has to look like the thing than like its neighbours; in units of likeness. */
const sure = 1.5;
const sweeps = 6;

/** What of a found thing is it beyond doubt, with all that it encloses. Hair is not face, though it may be as brown. */
export function coreOf(look: Look, { mask, like }: Thing): Uint8Array {
  const doubts = new Float32Array(mask.length);
  for (let i = 0; i < doubts.length; i += 1) doubts[i] = mask[i] === 1 ? -sure : -4 * sure;
  const votes = votesOf(look, like, doubts);
  const core = keepConnected(look, settle(votes, bondsOf(look), look, { sweeps, from: null }), votes);
  return withoutHoles(look, core ?? mask);
}
