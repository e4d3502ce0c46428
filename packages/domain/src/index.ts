export { canonicalJson, type Json } from './digests/canonicalJson.ts';
export { sha256Hex } from './digests/sha256Hex.ts';
export { type LayerContent, type VersionContent, versionDigest } from './digests/versionDigest.ts';
export { type CannotMessage, cannotMessage, type Way } from './engines/cannotMessage.ts';
export {
  type Choice,
  choiceText,
  explainChoice,
  inOrderOfChoice,
  type Offer,
  type WantedBy,
} from './engines/chooseOffer.ts';
export { type CatalogueEngine, engineCatalogue } from './engines/engineCatalogue.ts';
export type {
  Cost,
  DrawnShape,
  EngineFacts,
  EngineRun,
  ExpectedCost,
  MeasuredEngine,
  Spread,
} from './engines/engineFacts.ts';
export { announcedCost, enginesFor, estimateCost, isFree, runsLooked } from './engines/estimateCost.ts';
export { type FlagCode, flags } from './engines/flags.ts';
export { flagsOf, worstOf } from './engines/flagsOf.ts';
export { type KnownEngine, knownEngine } from './engines/knownEngine.ts';
export { type LimitScope, limitBeyond, limitScopes, type SpendingLimit } from './engines/limits.ts';
export { mayBeRisky, type RiskCode, risks, risksOf } from './engines/risks.ts';
export { runLimitMs } from './engines/runLimit.ts';
export { usdText } from './engines/usdText.ts';
export { boundsOfRegion } from './geometry/boundsOfRegion.ts';
export { type CarriedShape, carryRegion, cornersOf } from './geometry/carryRegion.ts';
export { extendBounds } from './geometry/extendBounds.ts';
export {
  compose,
  type Homography,
  identity,
  invert,
  isTranslation,
  mapPoint,
  scaleAt,
  spreadOver,
  translation,
} from './geometry/homography.ts';
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
  type ArtworkId,
  type BoardId,
  type CandidateId,
  type CarryId,
  type DecisionId,
  type EditId,
  type EventId,
  type FrameId,
  type GuestId,
  type KitColourId,
  type LayerId,
  type LinkId,
  type LockId,
  type MemberId,
  newId,
  type PersonId,
  type PinId,
  type ProjectId,
  parseId,
  type RenditionId,
  type SelectionId,
  type SeriesId,
  type SessionId,
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
  LightSide,
  NamedColour,
  PointSpot,
  ReferencePicture,
  Wish,
} from './intent/intent.ts';
export { confidentReading, type NoteContext, readNote } from './intent/readNote.ts';
export { wishText } from './intent/wishText.ts';
export { type ActorKind, eventHash, genesisHash, type LedgerEvent, saltedHash } from './ledger/event.ts';
export { type SubjectKind, type Topic, topics } from './ledger/topics.ts';
export {
  type BrokenChain,
  type ChainHead,
  type SealedEvent,
  sealEvent,
  verifyChain,
} from './ledger/verifyChain.ts';
export { carryPlacement } from './placement/carryPlacement.ts';
export { fitPlacement } from './placement/fitPlacement.ts';
export { homographyTo } from './placement/homographyTo.ts';
export {
  arcLimits,
  type Corners,
  leastSidePx,
  type PlacedArtwork,
  type Placement,
  type Surface,
} from './placement/placement.ts';
export { type PlacementProblem, placementProblem } from './placement/placementProblem.ts';
export { type SurfaceMap, surfaceMap } from './placement/surfaceMap.ts';
export { surfaceBounds, surfaceOutline } from './placement/surfaceOutline.ts';
export {
  type ClaimedProof,
  type DoubtCode,
  judgeVersion,
  type Recomputed,
  type Verdict,
  type VersionClaims,
  type VersionFindings,
  type WrongFile,
} from './proof/judgeVersion.ts';
export { type LockOver, type ProofPlanes, planesDigest } from './proof/planesDigest.ts';
export { expectUpscale } from './renditions/expectUpscale.ts';
export {
  type AnimateStep,
  areInOrder,
  easings,
  type FilmStep,
  type RefineStep,
  type RenditionStep,
  recipeOf,
  type UpscaleStep,
} from './renditions/steps.ts';
export { assertNever, type Err, err, type Failure, type Ok, ok, type Result } from './result.ts';
export {
  type Action,
  type ActorRole,
  actions,
  isDoneInArchive,
  may,
  mayChangeMember,
  type Role,
  rights,
  roles,
} from './rights/rights.ts';
export {
  type FindModel,
  type FindWay,
  findModels,
  findWays,
  type LeftOutCode,
  leftOutCodes,
} from './series/leftOut.ts';
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
