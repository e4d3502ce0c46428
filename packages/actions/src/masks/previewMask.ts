import {
  type FrameId,
  ok,
  type PinId,
  type Region,
  type Result,
  rectArea,
  regionProblem,
} from '@pinpaint/domain';
import type { Actor } from '../access/actor.ts';
import type { Ctx, PermittedMask } from '../ctx.ts';
import { type EditArea, editArea } from '../edits/editArea.ts';
import { growthProblem } from '../edits/growthProblem.ts';
import { findFrame } from '../frames/findFrame.ts';
import { noKit } from '../kit/kitNames.ts';
import { findPin } from '../pins/findPin.ts';
import { readingOf } from '../pins/readingOf.ts';
import { type Problem, problem } from '../problem.ts';
import { newestVersion } from '../versions/newestVersion.ts';
import { maskProblem } from './maskProblem.ts';
import { type Growing, lockRegions, permittedOf } from './permittedOf.ts';

export type MaskPreview = PermittedMask & {
  /** Of the frame; for an extend, of what it will be. */
  readonly share: number;
};

type Looking = Growing & { readonly asPng: boolean };

/** What an edit of this pin might change, were it started now. */
export async function previewPinMask(
  ctx: Ctx,
  actor: Actor,
  { pinId, ...looking }: Looking & { readonly pinId: PinId },
): Promise<Result<MaskPreview, Problem>> {
  const found = await findPin(ctx.db, actor, { pinId, action: 'edit.read' });
  if (!found.ok) return found;
  const pin = found.value;
  const version = await newestVersion(ctx.db, pin.frameId);
  if (!version) return problem('frame.not-ready');
  // Only whether it is an extend counts here, and no kit changes that.
  const { wish } = readingOf(pin, noKit);
  const area = editArea(version.bounds, { region: pin.region as Region, wish });
  const tooLarge = growthProblem(ctx, area);
  if (tooLarge) return tooLarge;
  return preview(ctx, { area, frameId: pin.frameId, looking });
}

/** The same for a region that belongs to no pin yet. */
export async function previewRegionMask(
  ctx: Ctx,
  actor: Actor,
  { frameId, region, ...looking }: Looking & { readonly frameId: FrameId; readonly region: Region },
): Promise<Result<MaskPreview, Problem>> {
  const found = await findFrame(ctx.db, actor, { frameId, action: 'edit.read' });
  if (!found.ok) return found;
  const version = await newestVersion(ctx.db, frameId);
  if (!version) return problem('frame.not-ready', { state: found.value.state });
  const wrong =
    regionProblem(region, version.bounds) ??
    (await maskProblem(ctx, ctx.db, { studioId: actor.studioId, region }));
  if (wrong) return problem(wrong);
  const area = editArea(version.bounds, { region, wish: null });
  return preview(ctx, { area, frameId, looking });
}

type Preview = {
  readonly area: EditArea;
  readonly frameId: string;
  readonly looking: Looking;
};

async function preview(ctx: Ctx, { area, frameId, looking }: Preview): Promise<Result<MaskPreview, Problem>> {
  const locks = await lockRegions(ctx.db, frameId);
  const permitted = await permittedOf(ctx, area, { ...looking, locks });
  if (!permitted.ok) return problem(permitted.error.code);
  const mask = permitted.value;
  return ok({ ...mask, share: mask.pixels / rectArea(area.bounds) });
}
