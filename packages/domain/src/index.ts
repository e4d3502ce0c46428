export type { Cost, EngineFacts } from './engines/engineFacts.ts';
export { type FlagCode, flags } from './engines/flags.ts';
export { boundsOfRegion } from './geometry/boundsOfRegion.ts';
export { extendBounds } from './geometry/extendBounds.ts';
export {
  containsRect,
  inflateRect,
  intersectRects,
  isEmptyRect,
  rectArea,
  rectOfSize,
  uniteRects,
} from './geometry/rect.ts';
export type { BrushStroke, FramePoint, PixelRect, PixelSize, Region, RegionKind } from './geometry/region.ts';
export { type RegionProblem, regionLimits, regionProblem } from './geometry/regionProblem.ts';
export { spotOfPoint } from './geometry/spotOfPoint.ts';
export {
  type BoardId,
  type CandidateId,
  type DecisionId,
  type EditId,
  type FrameId,
  type GuestId,
  type LayerId,
  type LinkId,
  type LockId,
  newId,
  type PersonId,
  type PinId,
  type ProjectId,
  parseId,
  type RenditionId,
  type StudioId,
  type TokenId,
  type VersionId,
  type WorkerId,
} from './ids/ids.ts';
export type {
  Anchor,
  Aspect,
  Intent,
  IntentKind,
  LightChange,
  NamedColour,
  PointSpot,
  Wish,
} from './intent/intent.ts';
export { assertNever, type Err, err, type Failure, type Ok, ok, type Result } from './result.ts';
export {
  type Action,
  type ActorRole,
  actions,
  may,
  mayChangeMember,
  type Role,
  rights,
  roles,
} from './rights/rights.ts';
export { type Cause, editCauses, mayCause, pinCauses, versionCauses } from './states/causes.ts';
export { type ClientWord, clientWord, clientWords } from './states/clientWord.ts';
export { type IllegalMove, moveEdit, movePin, moveVersion } from './states/move.ts';
export {
  type EditEvent,
  type EditState,
  editMoves,
  type PinEvent,
  type PinState,
  pinMoves,
  type VersionEvent,
  type VersionState,
  versionMoves,
} from './states/states.ts';
