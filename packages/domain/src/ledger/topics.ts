/** Every kind of change of state; what comes before the dot is the kind of its subject. */
export const topics = [
  'studio.created',
  'studio.changed',
  'member.added',
  'member.removed',
  'member.role-changed',
  'token.made',
  'token.revoked',
  'session.opened',
  'session.ended',
  'project.created',
  'project.changed',
  'board.created',
  'board.changed',
  'link.made',
  'link.revoked',
  'guest.entered',
  'frame.added',
  'frame.ingested',
  'frame.failed',
  'frame.changed',
  'lock.set',
  'lock.removed',
  'pin.placed',
  'pin.commented',
  'pin.changed',
  'pin.moved',
  'edit.queued',
  'edit.started',
  'edit.moved',
  'candidate.proposed',
  'candidate.accepted',
  'candidate.discarded',
  'layer.changed',
  'version.created',
  'version.moved',
  'version.rendered',
  'version.decided',
  'version.signed-off',
  'rendition.queued',
  'rendition.made',
  'rendition.failed',
  'worker.token-made',
  'worker.announced',
  'worker.revoked',
] as const;

export type Topic = (typeof topics)[number];
export type SubjectKind = Topic extends infer T
  ? T extends `${infer Kind}.${string}`
    ? Kind
    : never
  : never;
