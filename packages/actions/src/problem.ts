import type { Json } from '@pinpaint/db';
import { type Err, err } from '@pinpaint/domain';

/** Every expected failure an action has. The API's table turns each into a status and a sentence. */
export const problemCodes = [
  'auth.missing',
  'auth.invalid',
  'right.missing',
  'name.empty',
  'name.too-long',
  'email.invalid',
  'expiry.past',
  'studio.not-found',
  'project.not-found',
  'project.id-taken',
  'project.archived',
  'board.not-found',
  'board.id-taken',
  'board.archived',
  'member.not-found',
  'member.id-taken',
  'member.already',
  'member.last-owner',
  'token.not-found',
  'token.id-taken',
  'link.not-found',
  'link.id-taken',
  'link.expired',
  'link.revoked',
  'guest.id-taken',
  'frame.not-found',
  'frame.not-ready',
  'frame.id-taken',
  'board.full',
  'lock.not-found',
  'lock.id-taken',
  'lock.limit',
  'layer.not-found',
  'layer.wrong-order',
  'version.empty',
  'version.not-proven',
  'version.proof-fails',
  'version.other-digest',
  'version.not-draft',
  'rendition.not-found',
  'rendition.not-ready',
  'rendition.not-approved',
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
