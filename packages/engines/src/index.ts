export {
  type Engine,
  type EngineCandidate,
  EngineError,
  type EngineRequest,
  type ReportProgress,
  type RgbCrop,
} from './engine.ts';
export { createHeal } from './heal/createHeal.ts';
