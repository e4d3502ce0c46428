import type { Actor, Ctx } from '@pinpaint/actions';
import { limitTries } from '../edge/limitTries.ts';
import { ApiProblem } from '../problems/ApiProblem.ts';

/** By keys from moment to moment, or at work with the panel open; each costs a thread up to some seconds. */
const perPerson = { tries: 240, perMs: 60_000 };

/** Nobody's looking keeps others from theirs. */
export function limitLooks({ now }: Pick<Ctx, 'now'>) {
  const waitFor = limitTries(perPerson);
  return (actor: Actor): void => {
    const waitMs = waitFor(actor.kind === 'person' ? actor.personId : actor.guestId, now().getTime());
    if (waitMs === 0) return;
    const facts = { retryAfterSeconds: Math.ceil(waitMs / 1000) };
    throw new ApiProblem(
      'history.too-many-looks',
      429,
      'That were many looks in a minute; wait a little.',
      facts,
    );
  };
}
