export { createComfyui } from './comfyui/createComfyui.ts';
export { readWorkflow } from './comfyui/readWorkflow.ts';
export { createDiffusion } from './diffusion/createDiffusion.ts';
export {
  type Engine,
  type EngineCandidate,
  EngineError,
  type EnginePlace,
  type EngineRequest,
  type PlacedPicture,
  type Provenance,
  type ReferenceSample,
  type ReportProgress,
  type RgbCrop,
  type RunPreview,
  type SeenMeanwhile,
} from './engine.ts';
export { createFill } from './fill/createFill.ts';
export { createFlux } from './flux/createFlux.ts';
export { createGemini, type GeminiOptions } from './gemini/createGemini.ts';
export {
  type GeminiModel,
  hasOneSize,
  type ImageSize,
  imageSizes,
  listPriceOf,
} from './gemini/geminiModels.ts';
export { createGrade } from './grade/createGrade.ts';
export { createHeal } from './heal/createHeal.ts';
export { ModelShelf } from './onnx/ModelShelf.ts';
export { createPlace } from './place/createPlace.ts';
export {
  createReader,
  type NoteReader,
  type ReadingPrice,
  readingPriceOf,
} from './reader/createReader.ts';

export {
  checkSegmenter,
  createSegmenter,
  type Segment,
  type Segmenter,
  type SegmentWish,
} from './segment/createSegmenter.ts';

export type { PictureCodec } from './services/pictureCodec.ts';
export { type UpscaleProvenance, type UpscaleRun, Upscaler } from './upscale/Upscaler.ts';
export { scaledFormat, type UpscaleSource } from './upscale/upscaleStrips.ts';
export { type UpscaleScale, upscaleScales } from './upscale/weights.ts';
export { createVeo, type Film, type FilmMaker } from './veo/createVeo.ts';
