export { type AlphaPlane, alphaOver, countBeyond, makeAlpha, trimAlpha } from './alpha/alphaPlane.ts';
export { beyondLimit, distanceField, type ScanOptions, scanDistances } from './alpha/distanceField.ts';
export { fitWithin } from './alpha/fitWithin.ts';
export { type Growth, growAndFeather } from './alpha/growAndFeather.ts';
export { defaultGrowPx, type PermittedRequest, permittedAlpha } from './alpha/permittedAlpha.ts';
export { type ExtendRequest, permittedForExtend } from './alpha/permittedForExtend.ts';
export { type RegionMasks, rasterise } from './alpha/rasterise.ts';
export { type Contour, type Plane, traceContours } from './alpha/traceContours.ts';
export { drawFrame, type FrameWish, type MovingScene, type NearLayer } from './animate/drawFrame.ts';
export type { Samples } from './animate/drawView.ts';
export { deltaE, labReader } from './colour/deltaE.ts';
export { luma601 } from './colour/luma601.ts';
export { fromOklab, type OklabPlane, toOklab } from './colour/oklab.ts';
export { encodeSrgb, linearTable } from './colour/srgbCurve.ts';
export { composite, compositeInto, type PatchLayer } from './composite/compositeInto.ts';
export { type CropNeeds, type CropPlan, planCrop } from './crop/planCrop.ts';
export { type Foreseen, type ForeseeRequest, foresee } from './foresee/foresee.ts';
export { type Cells, cellKind, cellsOf } from './light/cells.ts';
export { type FallOff, fitFallOff } from './light/fallOff.ts';
export type { KeyLight } from './light/keyLight.ts';
export { type FoundLight, isClearLight, lightOnFlat, lightOnRound, readLight } from './light/readLight.ts';
export { meanOver } from './light/shadingOf.ts';
export { boxSum } from './measure/boxSum.ts';
export { type Change, type EditFigure, measureEdit } from './measure/measureEdit.ts';
export { measureSeam } from './measure/measureSeam.ts';
export { measureSsim } from './measure/measureSsim.ts';
export { shrinkAlpha, shrinkFactor, shrinkPicture } from './measure/view.ts';
export { cropPicture } from './picture/cropPicture.ts';
export { diffPicture } from './picture/diffPicture.ts';
export {
  fullSample,
  makePicture,
  type Picture,
  type PictureFormat,
  type Placed,
  rectOfPlaced,
} from './picture/picture.ts';
export { masterHeader } from './proof/masterHeader.ts';
export { type ProveRequest, prove } from './proof/prove.ts';
export { sampleBytes } from './proof/sampleBytes.ts';
export {
  type Proof,
  type ProofCounts,
  type ProofRequest,
  type ProofStrip,
  startProof,
} from './proof/startProof.ts';
export { refine, refineMarginPx } from './refine/refine.ts';
export { layBack } from './register/layBack.ts';
export { type ColourMatch, matchOnRing } from './register/matchOnRing.ts';
export { type NotRegistered, type Registration, registerOnRing } from './register/registerOnRing.ts';
export { unmoved, type Warp } from './register/warp.ts';
export { cutGraph, type FlowGraph } from './select/maxFlow.ts';
export { outlineOf } from './select/outlineOf.ts';
export { type PixelReader, type PixelView, readerOf, sizeWithin } from './select/pixelReader.ts';
export {
  type PlacedSelection,
  placeSelection,
  type SelectionView,
  selectionView,
} from './select/selectionView.ts';
export {
  type Around,
  type Lasso,
  type SelectCode,
  type SelectHints,
  type SelectResult,
  type SelectWish,
  selectThing,
} from './select/selectThing.ts';
export { type SnapWish, snapLasso } from './select/snapLasso.ts';
