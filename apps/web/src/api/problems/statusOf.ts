import type { ProblemCode } from '@pinpaint/actions';

type Status = 400 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 503;

/** Every code an action has, with the status it answers as and the sentence a person reads. */
export const problemTable = {
  'right.missing': [403, 'Your role does not allow this.'],
  'studio.not-found': [404, 'There is no such studio.'],
  'project.not-found': [404, 'There is no such project.'],
  'board.not-found': [404, 'There is no such board.'],
  'frame.not-found': [404, 'There is no such frame.'],
  'frame.not-ready': [409, 'The picture is still being prepared.'],
  'version.not-found': [404, 'There is no such version.'],
  'version.illegal-move': [409, 'The version is in a state that does not allow this.'],
  'version.changed-meanwhile': [409, 'Somebody else has moved this version meanwhile.'],
  'pin.not-found': [404, 'There is no such pin.'],
  'pin.illegal-move': [409, 'The pin is in a state that does not allow this.'],
  'pin.id-taken': [409, 'Another pin has this id.'],
  'region.outside': [422, 'The region lies outside the picture.'],
  'region.empty': [422, 'The region has no area.'],
  'region.not-finite': [422, 'The region has a number that is none.'],
  'region.not-whole': [422, 'A mask has to lie on whole pixels.'],
  'region.too-many-points': [422, 'The region has more points than can be handled.'],
  'note.too-long': [422, 'The note is too long.'],
  'note.empty': [422, 'The note is empty.'],
} as const satisfies Record<ProblemCode, readonly [Status, string]>;
