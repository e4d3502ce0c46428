import type { Prisma } from '@pinpaint/db';
import {
  type ActorRole,
  type Anchor,
  type Aspect,
  type ClientWord,
  clientWord,
  type FrameId,
  type Intent,
  may,
  type PersonId,
  type PinId,
  type PinState,
  type Region,
  type VersionId,
} from '@pinpaint/domain';
import { type Author, authorIds, type Names, toAuthor } from '../access/names.ts';
import type { KitNames } from '../kit/kitNames.ts';
import type { ModelReading } from '../readings/toModelReading.ts';
import { readingOf } from './readingOf.ts';

/** A pin as everybody gets it who may read it. */
export type ClientPin = {
  readonly id: PinId;
  readonly frameId: FrameId;
  /** The version it was raised against. */
  readonly versionId: VersionId;
  readonly number: number;
  /** What a client reads instead of its state. */
  readonly clientWord: ClientWord;
  readonly region: Region;
  readonly extend: PinExtend | null;
  readonly note: string;
  readonly declineReason: string | null;
  readonly by: Author;
  readonly createdAt: string;
};

/** A pin as the studio's own house gets it. */
export type Pin = ClientPin & {
  readonly state: PinState;
  /** What is understood: a person's own reading where there is one, else the machine's. */
  readonly reading: Intent;
  readonly readBy: 'machine' | 'model' | 'person';
  /** By which model; null unless one did. */
  readonly readByModel: string | null;
  readonly assigneeId: PersonId | null;
  readonly assigneeName: string | null;
  readonly dueAt: string | null;
};

/** Where the note asks for another shape of frame, and where in it the picture then lies. */
export type PinExtend = { readonly aspect: Aspect; readonly anchor: Anchor };

export type PinReader = {
  readonly role: ActorRole;
  /** Whether a version in review holds a layer made for this pin. */
  readonly isInReview: boolean;
  readonly names: Names;
  readonly kit: KitNames;
};

/** Whose names a pin shows. */
export function namedInPin(row: Prisma.PinModel): readonly (string | null)[] {
  return [...authorIds(row), row.assigneeId];
}

export function toPin(row: Prisma.PinModel, { role, isInReview, names, kit }: PinReader): Pin | ClientPin {
  const shown: ClientPin = {
    id: row.id as PinId,
    frameId: row.frameId as FrameId,
    versionId: row.versionId as VersionId,
    number: row.number,
    clientWord: clientWord(row.state, isInReview),
    region: row.region as Region,
    extend: row.extend as PinExtend | null,
    note: row.note,
    declineReason: row.declineReason,
    by: toAuthor(row, names),
    createdAt: row.createdAt.toISOString(),
  };
  if (!may(role, 'edit.read')) return shown;
  return {
    ...shown,
    state: row.state,
    reading: readingOf(row, kit),
    readBy: row.intent ? 'person' : row.reading ? 'model' : 'machine',
    readByModel: row.intent ? null : ((row.reading as ModelReading | null)?.model ?? null),
    assigneeId: row.assigneeId as PersonId | null,
    assigneeName: names.get(row.assigneeId ?? '') || null,
    dueAt: row.dueAt?.toISOString() ?? null,
  };
}
