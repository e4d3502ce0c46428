import type { Db, Tx } from '@pinpaint/db';
import {
  type Action,
  type ActorRole,
  type BoardId,
  type FrameId,
  ok,
  type PinId,
  type ProjectId,
  type Result,
} from '@pinpaint/domain';
import { type Actor, roleIn } from '../access/actor.ts';
import { namesOf } from '../access/names.ts';
import { permitInProject } from '../access/permitInProject.ts';
import { kitNames } from '../kit/kitNames.ts';
import { type Problem, problem } from '../problem.ts';
import { pinsInReview } from './pinsInReview.ts';
import { type ClientPin, namedInPin, type Pin, toPin } from './toPin.ts';

export type PinAt = NonNullable<Awaited<ReturnType<typeof load>>> & { readonly role: ActorRole };

/** The pin, when it exists for this actor and they may do this with it. */
export async function findPin(
  db: Db | Tx,
  actor: Actor,
  { pinId, action }: { readonly pinId: PinId; readonly action: Action },
): Promise<Result<PinAt, Problem>> {
  const pin = await load(db, actor, pinId);
  const role = pin && roleIn(actor, pin.scope);
  if (!pin || !role) return problem('pin.not-found', { pinId });
  const { scope } = pin;
  const allowed = await permitInProject(db, actor, { action, scope, missing: 'pin.not-found' });
  return allowed.ok ? ok({ ...pin, role }) : allowed;
}

/** The pin as this actor gets it; what it was before a change in the same transaction does not matter. */
export async function viewPin(
  db: Db | Tx,
  { id, role }: Pick<PinAt, 'id' | 'role'>,
): Promise<Pin | ClientPin> {
  const [row, inReview] = await Promise.all([
    db.pin.findUniqueOrThrow({ where: { id }, include: withProject }),
    pinsInReview(db, [id]),
  ]);
  const { projectId } = row.frame.board;
  const [names, kit] = await Promise.all([
    namesOf(db, namedInPin(row)),
    kitNames(db, { studioId: row.studioId, projectId }),
  ]);
  return toPin(row, { role, isInReview: inReview.has(id), names, kit });
}

const withProject = { frame: { select: { board: { select: { projectId: true } } } } } as const;

async function load(db: Db | Tx, actor: Actor, pinId: PinId) {
  const pin = await db.pin.findFirst({
    where: { id: pinId, studioId: actor.studioId, frame: { archivedAt: null } },
    include: { frame: { include: { board: { select: { projectId: true } } } } },
  });
  if (!pin) return null;
  const { frame, ...row } = pin;
  const scope = {
    projectId: frame.board.projectId as ProjectId,
    boardId: frame.boardId as BoardId,
    frameId: frame.id as FrameId,
  };
  return { ...row, frame: { ...frame, scope }, scope };
}
