import type { Prisma } from '@pinpaint/db';
import type {
  Action,
  BoardId,
  FrameId,
  PersonId,
  PinId,
  PinState,
  ProjectId,
  StudioId,
  VersionId,
} from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';

/** decide, signOff: a version in review. The others wait for whoever makes pictures. */
export const waitingKinds = [
  'decide',
  'signOff',
  'choose',
  'answer',
  'failed',
  'changes',
  'engine',
  'start',
] as const;
export type WaitingKind = (typeof waitingKinds)[number];

/** One thing that somebody is waited for with, and where it is. */
export type Waiting = {
  readonly kind: WaitingKind;
  /** Since when. */
  readonly at: string;
  readonly project: { readonly id: ProjectId; readonly name: string };
  readonly board: { readonly id: BoardId; readonly name: string };
  /** `versionId`: whose thumbnail to show; null: the frame's own. */
  readonly frame: { readonly id: FrameId; readonly name: string; readonly versionId: VersionId | null };
  readonly pin: WaitingPin | null;
  readonly version: { readonly id: VersionId; readonly number: number } | null;
  /** Who submitted, asked or wrote; null: nobody whom the reader may know. */
  readonly by: { readonly kind: 'person' | 'guest'; readonly name: string } | null;
  /** Their words: a message, a comment, why an edit failed, what was understood where no engine can. */
  readonly says: string | null;
  /** The client's, on this very version. */
  readonly signOff: WaitingSignOff | null;
};

export type WaitingPin = {
  readonly id: PinId;
  readonly number: number;
  readonly state: PinState;
  readonly note: string;
};

type WaitingSignOff = {
  readonly kind: 'sign_off' | 'sign_off_changes';
  readonly comment: string | null;
  readonly name: string | null;
  readonly at: string;
};

/** A person whose name is still to be looked up, or a name that is known. */
export type Author = { readonly personId: string } | { readonly guest: string } | null;

/** As it was found: names are looked up for all of them at once. */
export type FoundWaiting = Omit<Waiting, 'by' | 'signOff'> & {
  readonly by: Author;
  readonly signOff: (Omit<WaitingSignOff, 'name'> & { readonly by: Author }) | null;
};

/** What each kind is looked for with. */
export type WaitingSearch = {
  readonly ctx: Pick<Ctx, 'db' | 'now'>;
  readonly studioId: StudioId;
  readonly personId: PersonId;
  /** The projects, archived ones out, in which the reader may do this. */
  readonly projectsFor: (action: Action) => ProjectId[];
  /** Of each kind: more than that nobody reads at once. */
  readonly atMost: number;
};

/** Frames that are still on a board that is still in use. */
export function framesIn(projectIds: ProjectId[]): Prisma.FrameWhereInput {
  return { archivedAt: null, board: { archivedAt: null, projectId: { in: projectIds } } };
}

/** A frame with where it lies and the version whose picture stands for it. */
export const withPlace = {
  board: { include: { project: { select: { id: true, name: true } } } },
  versions: {
    where: { state: { in: ['approved', 'in_review'] }, thumbBlob: { not: null } },
    orderBy: { number: 'desc' },
    take: 1,
    select: { id: true },
  },
} as const satisfies Prisma.FrameInclude;

type PlacedFrame = Prisma.FrameGetPayload<{ include: typeof withPlace }>;

export function placeOf({ id, name, board, versions }: PlacedFrame) {
  return {
    project: { id: board.project.id as ProjectId, name: board.project.name },
    board: { id: board.id as BoardId, name: board.name },
    frame: { id: id as FrameId, name, versionId: (versions[0]?.id ?? null) as VersionId | null },
  };
}

export function pinOf({
  id,
  number,
  state,
  note,
}: Pick<Prisma.PinModel, 'id' | 'number' | 'state' | 'note'>): WaitingPin {
  return { id: id as PinId, number, state, note };
}
