export { applyCounting, type BoardChanges } from './document/applyCounting.ts';
export {
  type BoardPart,
  type BoardPoint,
  boardParts,
  type Drawing,
  type FramePlace,
  type Group,
  type MaskStroke,
  type Sticky,
  type StickyColour,
  stickyColours,
} from './document/board.ts';
export {
  addDrawing,
  addMaskStroke,
  type ChangeOrigin,
  placeFrame,
  placeFrames,
  refinePinRegion,
  removeDrawing,
  removeGroup,
  removeMaskStrokes,
  removeSticky,
  setGroup,
  setPinRegionOnce,
  setSticky,
} from './document/changeBoard.ts';
export { type BoardView, readBoard } from './document/readBoard.ts';
export { restoreBoard } from './document/restoreBoard.ts';
export {
  messageTypes,
  readSaved,
  refusedMessage,
  roomNewsMessage,
  roomProtocol,
  type Saved,
  savedMessage,
} from './wire/messages.ts';
