import type { Tx } from '@pinpaint/db';
import { type Intent, ok, type PixelRect, type Result, uniteRects } from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';
import { growthProblem } from '../edits/growthProblem.ts';
import type { PreparedPlanes } from '../edits/savePreparation.ts';
import { type Problem, problem } from '../problem.ts';

type Draft = {
  readonly id: string;
  readonly frame: { readonly width: number | null; readonly height: number | null };
};

/**
 * Makes a draft cover its master and what its visible extends add, and no more: bounds that outlived their
 * extend would be a hole that no edit was ever permitted to make. Neither can an extend be seen without
 * those that it was made over.
 */
export async function refreshBounds(
  ctx: Pick<Ctx, 'maxMegapixels'>,
  tx: Tx,
  { id, frame }: Draft,
): Promise<Result<null, Problem>> {
  const shown = await shownExtends(tx, id);
  const missing = await missingUnder(tx, shown);
  if (missing) return problem('layer.extend-missing', missing);
  const master: PixelRect = { x: 0, y: 0, width: frame.width ?? 0, height: frame.height ?? 0 };
  const bounds = shown.reduce((whole, extend) => uniteRects(whole, extend.bounds), master);
  const { bounds: existing } = await tx.version.findUniqueOrThrow({
    where: { id },
    select: { bounds: true },
  });
  const tooLarge = growthProblem(ctx, { bounds, existing: existing as PixelRect });
  if (tooLarge) return tooLarge;
  await tx.version.updateMany({ where: { id, state: 'draft' }, data: { bounds } });
  return ok(null);
}

type ShownExtend = {
  readonly layerId: string;
  readonly bounds: PixelRect;
  /** The layers it was made over. */
  readonly over: readonly string[];
};

async function shownExtends(tx: Tx, versionId: string): Promise<readonly ShownExtend[]> {
  const rows = await tx.versionLayer.findMany({
    where: { versionId, visible: true, opacity: { gt: 0 } },
    select: { layerId: true, layer: { select: { candidate: { select: { edit: true } } } } },
  });
  return rows.flatMap(({ layerId, layer }) => {
    const { intent, bounds, planes } = layer.candidate.edit;
    if (!isExtend(intent)) return [];
    const under = (planes as unknown as PreparedPlanes).layers;
    return [{ layerId, bounds: bounds as PixelRect, over: under.map((placed) => placed.layerId) }];
  });
}

/** The first extend that lacks another one under it, and that one. */
async function missingUnder(tx: Tx, shown: readonly ShownExtend[]) {
  const there = new Set(shown.map(({ layerId }) => layerId));
  const gone = shown.flatMap(({ layerId, over }) =>
    over.filter((under) => !there.has(under)).map((missing) => ({ layerId, missing })),
  );
  if (gone.length === 0) return null;
  const layers = await tx.layer.findMany({
    where: { id: { in: gone.map(({ missing }) => missing) } },
    select: { id: true, candidate: { select: { edit: { select: { intent: true } } } } },
  });
  const extending = new Set(
    layers.filter(({ candidate }) => isExtend(candidate.edit.intent)).map(({ id }) => id),
  );
  return gone.find(({ missing }) => extending.has(missing)) ?? null;
}

function isExtend(intent: unknown): boolean {
  return (intent as Intent).wish?.kind === 'extend';
}
