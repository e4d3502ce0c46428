import type { SubjectKind, Topic } from '@pinpaint/domain';

/** Whether what happens to such a thing can change what somebody may: who they are, or where they may go. */
const kinds = {
  studio: true,
  member: true,
  token: true,
  session: true,
  project: true,
  board: true,
  link: true,
  guest: false,
  artwork: false,
  colour: false,
  frame: false,
  series: false,
  carry: false,
  lock: false,
  pin: false,
  edit: false,
  candidate: false,
  layer: false,
  version: false,
  rendition: false,
  worker: false,
} as const satisfies Record<SubjectKind, boolean>;

export function movesRights({ topic }: { readonly topic: Topic }): boolean {
  const [kind] = topic.split('.', 1);
  return kinds[kind as SubjectKind];
}
