import type { Json } from '@pinpaint/db';
import { type Err, err } from '@pinpaint/domain';

/** Every expected failure an action has. The API's table turns each into a status and a sentence. */
export const problemCodes = [
  'right.missing',
  'studio.not-found',
  'project.not-found',
  'board.not-found',
  'frame.not-found',
  'frame.not-ready',
  'version.not-found',
  'version.illegal-move',
  'version.changed-meanwhile',
  'pin.not-found',
  'pin.illegal-move',
  'pin.id-taken',
  'region.outside',
  'region.empty',
  'region.not-finite',
  'region.not-whole',
  'region.too-many-points',
  'note.too-long',
  'note.empty',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** `facts` are what a caller needs to say it well: ids, limits, numbers; never secrets. */
export type Problem = {
  readonly code: ProblemCode;
  readonly facts?: { readonly [key: string]: Json | null };
};

export function problem(code: ProblemCode, facts?: Problem['facts']): Err<Problem> {
  return err(facts ? { code, facts } : { code });
}
