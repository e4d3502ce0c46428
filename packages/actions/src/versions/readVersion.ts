import type { Db, Tx } from '@pinpaint/db';
import { ok, type Result, type VersionId } from '@pinpaint/domain';
import { type Actor, roleIn } from '../access/actor.ts';
import type { Ctx } from '../ctx.ts';
import type { Problem } from '../problem.ts';
import { findVersion, type VersionAt } from './findVersion.ts';
import {
  type ClientVersion,
  namesInVersions,
  toVersion,
  toVersionFor,
  type Version,
  versionParts,
} from './toVersion.ts';

/** A version with proof and decisions; for the house with its layers too. */
export async function readVersion(
  ctx: Pick<Ctx, 'db'>,
  actor: Actor,
  { versionId }: { readonly versionId: VersionId },
): Promise<Result<Version | ClientVersion, Problem>> {
  const found = await findVersion(ctx.db, actor, { versionId, action: 'version.read' });
  return found.ok ? ok(await viewVersion(ctx.db, actor, found.value)) : found;
}

/** What this actor sees of a version they have found. */
export async function viewVersion(
  db: Db | Tx,
  actor: Actor,
  { id, scope }: Pick<VersionAt, 'id' | 'scope'>,
): Promise<Version | ClientVersion> {
  const row = await loadVersion(db, id);
  const names = await namesInVersions(db, [row]);
  return toVersionFor(row, { role: roleIn(actor, scope) ?? 'guest', names });
}

/** For those whose right to change it has been asked. */
export async function viewWhole(db: Db | Tx, versionId: string): Promise<Version> {
  const row = await loadVersion(db, versionId);
  return toVersion(row, await namesInVersions(db, [row]));
}

function loadVersion(db: Db | Tx, id: string) {
  return db.version.findUniqueOrThrow({ where: { id }, include: versionParts });
}
