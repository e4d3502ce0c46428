export {
  type Engine,
  type EngineCandidate,
  EngineError,
  type EngineRequest,
  type PlacedPicture,
  type ReferenceSample,
  type ReportProgress,
  type RgbCrop,
} from './engine.ts';
export { createGrade } from './grade/createGrade.ts';
export { createHeal } from './heal/createHeal.ts';
export { createPlace } from './place/createPlace.ts';
