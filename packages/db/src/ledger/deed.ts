import type { BoardId, FrameId, ProjectId, SubjectKind, Topic } from '@pinpaint/domain';
import type { Json } from '../createDb.ts';

/** Who did it: a person, a guest, a worker, or the system itself. */
export type DeedActor = { readonly kind: 'person' | 'guest' | 'worker' | 'system'; readonly id: string };

/** Something that happened, before it has a place in the chain. */
export type Deed = {
  readonly topic: Topic;
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  /** Decides who may hear of it. */
  readonly scope?: Scope;
  /** Ids, states and numbers only; names and texts go into `texts`. */
  readonly payload?: { readonly [key: string]: Json | null };
  /** Stored as salted hashes, so that the text can be erased and the chain still verifies. */
  readonly texts?: { readonly [field: string]: string };
};

export type Scope = {
  readonly projectId?: ProjectId;
  readonly boardId?: BoardId;
  readonly frameId?: FrameId;
};
