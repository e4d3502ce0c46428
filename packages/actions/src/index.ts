export {
  type Actor,
  deedActor,
  type GuestActor,
  type PersonActor,
  roleIn,
  type WorkerActor,
} from './access/actor.ts';
export { permit } from './access/permit.ts';
export type { Ctx, MaskRequest, Pixels } from './ctx.ts';
export { noteLimit, type PlacePin, placePin } from './pins/placePin.ts';
export type { Pin } from './pins/toPin.ts';
export { type Problem, type ProblemCode, problem, problemCodes } from './problem.ts';
