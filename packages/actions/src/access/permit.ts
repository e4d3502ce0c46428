import { type Action, may, ok, type Result } from '@pinpaint/domain';
import { type Problem, type ProblemCode, problem } from '../problem.ts';
import { type Actor, type Place, roleIn } from './actor.ts';

/** What a link itself withholds from its guests, whatever the table of rights grants. */
const linkSwitch = {
  'pin.place': 'mayComment',
  'pin.comment': 'mayComment',
  'version.signOff': 'maySignOff',
} as const satisfies Partial<Record<Action, 'mayComment' | 'maySignOff'>>;

/**
 * Whether the actor may do this here. A place the actor has no role in answers as if it did not exist, so
 * that ids of other studios and projects tell nothing.
 *
 * @param missing the code that says "not found" for the thing asked for.
 */
export function permit(
  actor: Actor,
  action: Action,
  place: Place,
  missing: ProblemCode,
): Result<null, Problem> {
  const role = roleIn(actor, place);
  if (!role) return problem(missing);
  const withheld =
    actor.kind === 'guest' && action in linkSwitch && !actor[linkSwitch[action as keyof typeof linkSwitch]];
  return may(role, action) && !withheld ? ok(null) : problem('right.missing', { action });
}
