export { aMovedPicture, cornerError, ringAroundDisc, type Scene } from './aMovedPicture.ts';
