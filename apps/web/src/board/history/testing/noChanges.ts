export const none = { added: 0, changed: 0, removed: 0 };
/** Of a moment that came to nothing. */
export const nothing = {
  frames: none,
  groups: none,
  regions: none,
  strokes: none,
  stickies: none,
  drawings: none,
};
