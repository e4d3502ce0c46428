import type { Db, Tx } from '@pinpaint/db';
import { canonicalJson, err, type Json, ok, type Region, type Result, sha256Hex } from '@pinpaint/domain';
import type { Ctx, PermittedMask } from '../ctx.ts';
import type { EditArea } from '../edits/editArea.ts';
import { loadMasks } from './loadMasks.ts';

export type Growing = { readonly growPx: number | null; readonly featherPx: number | null };

type PermittedWish = Growing & { readonly locks: readonly Region[]; readonly asPng?: boolean };

export type NothingPermitted = { readonly code: 'mask.empty' | 'mask.all-locked' };

/** The most an edit may change, with the frame's locks taken out last. */
export async function permittedOf(
  ctx: Pick<Ctx, 'blobs' | 'pixels'>,
  area: EditArea,
  { growPx, featherPx, locks, asPng = false }: PermittedWish,
): Promise<Result<PermittedMask, NothingPermitted>> {
  const masks = await loadMasks(ctx, [area.region, ...locks]);
  const request = { ...area, growPx, featherPx, masks, asPng };
  const mask = await ctx.pixels.permittedMask({ ...request, locks });
  if (mask) return ok(mask);
  const unlocked = locks.length > 0 && (await ctx.pixels.permittedMask({ ...request, locks: [] }));
  return err({ code: unlocked ? 'mask.all-locked' : 'mask.empty' });
}

/** The regions of a frame's locks in force, oldest first. */
export async function lockRegions(db: Db | Tx, frameId: string): Promise<readonly Region[]> {
  const locks = await db.lock.findMany({
    where: { frameId, removedAt: null },
    orderBy: { id: 'asc' },
    select: { region: true },
  });
  return locks.map(({ region }) => region as Region);
}

/** Names a set of locks: the same digest, the same pixels locked. */
export function locksDigest(locks: readonly Region[]): string {
  return sha256Hex(canonicalJson(locks as unknown as Json));
}
