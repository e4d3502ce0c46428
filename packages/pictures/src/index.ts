export type { SceneLayer } from './animate/loadScene.ts';
export { type AnimationFacts, AnimationTooLarge, writeAnimation } from './animate/writeAnimation.ts';
export {
  type ArtworkError,
  type ArtworkFacts,
  artworkLimits,
  inspectArtwork,
} from './artwork/inspectArtwork.ts';
export { fromEngineSpace, toEngineSpace, type Untouched } from './colour/engineSpace.ts';
export { type ProfileError, type RgbProfile, readProfile } from './colour/readProfile.ts';
export { inspectMask, type MaskError } from './facts/inspectMask.ts';
export {
  inspectPicture,
  type PictureError,
  type PictureFacts,
  type PictureLimits,
} from './facts/inspectPicture.ts';
export type { PictureType } from './facts/pictureType.ts';
export { encodeRendition, type RenditionKind, type RenditionRequest } from './files/encodeRendition.ts';
export { type Strips, writePicture } from './files/writePicture.ts';
export { digestSamples, type Master, makeMaster } from './master/makeMaster.ts';
export { type MasterFormat, masterFormat, masterTilePx } from './master/masterFormat.ts';
export { readCrop } from './master/readCrop.ts';
export { readStrips } from './master/readStrips.ts';
export type { StoredLayer } from './pixels/base.ts';
export type { CutPlanes } from './pixels/cutCrop.ts';
export type { JudgedCandidate, RefusedAnswer } from './pixels/judgeAnswer.ts';
export type { CarriedLikeness, Likeness } from './pixels/measureCarried.ts';
export { openPixels, type PixelThreads } from './pixels/openPixels.ts';
export type { SoughtRegion } from './pixels/seekRegion.ts';
export {
  compositeRect,
  compositeStrips,
  type LaidLayer,
  type VersionSource,
} from './version/compositeStrips.ts';
export type { EvidenceFile, EvidenceFiles, EvidenceLayer } from './version/evidenceFiles.ts';
export { verifyInThread } from './version/verifyInThread.ts';
export { type VerifyRequest, verifyVersion } from './version/verifyVersion.ts';
export { type TileKind, type TilePlace, tile } from './views/tile.ts';
export { type TileGrid, type TileLevel, tileGrid, tilePx } from './views/tileGrid.ts';
export type { PngError } from './wire/checkPng.ts';
export { decodeWebPicture } from './wire/decodeWebPicture.ts';
export { decodeAlpha, encodeAlpha } from './wire/encodeAlpha.ts';
export { decodePatch, encodePatch } from './wire/encodePatch.ts';
export { previewBytes, smallPreview } from './wire/smallPreview.ts';
