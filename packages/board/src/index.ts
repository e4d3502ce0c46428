export {
  type BoardPoint,
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
export { readBoard } from './document/readBoard.ts';
export {
  messageTypes,
  readSaved,
  refusedMessage,
  roomNewsMessage,
  roomProtocol,
  type Saved,
  savedMessage,
} from './wire/messages.ts';
