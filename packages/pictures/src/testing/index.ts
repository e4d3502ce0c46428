export {
  aPicture,
  asPng,
  asTiff,
  asTurnedJpeg,
  fileOf,
  iccOf,
  samplesOf,
  scratchFolder,
  withOrientation,
  withPngChunk,
} from '../testPictures.ts';
export { cutFile } from './cutFile.ts';
export { hostilePictures, hugePng } from './hostilePictures.ts';
export { movedPicture, readPhotograph, type Shot } from './movedPicture.ts';
