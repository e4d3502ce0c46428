import {
  awaitsPreparation,
  cancelRisky,
  cropNeeds,
  failEdit,
  layersUnder,
  loadMasks,
  loadPreparation,
  type Preparation,
  savePreparation,
  systemActor,
} from '@pinpaint/actions';
import type { Jobs } from '@pinpaint/db';
import { type EditId, type PixelRect, type StudioId, uniteRects } from '@pinpaint/domain';
import { type CropPlan, planCrop } from '@pinpaint/imaging';
import { type EngineLimits, engineLimits } from './engineLimits.ts';
import { foreseeRisks } from './foreseeRisks.ts';
import { readArtwork } from './readArtwork.ts';
import { readLayers } from './readLayers.ts';
import { keepBytes, type RenderDeps, readStored, withFile } from './renderDeps.ts';

/**
 * Makes what an engine gets of an edit: permitted alpha, crop, planes. From then on workers may claim it.
 * Between what takes long it asks whether the edit is still wanted, so that cancelling frees the renderer.
 */
export async function prepareEdit(deps: RenderDeps, job: Jobs['edit.prepare']): Promise<void> {
  const place = { studioId: job.studioId as StudioId, editId: job.editId as EditId };
  const preparation = await loadPreparation(deps.ctx, place);
  if (!preparation) return;
  const { region, locks, bounds, existing, edit, reference } = preparation;
  const area = reference?.kind === 'region' ? reference : null;
  const masks = await loadMasks(deps.ctx, [region, ...locks, ...(area ? [area.region] : [])]);
  const { growPx, featherPx } = edit;
  const [permitted, limits] = await Promise.all([
    deps.pixels.permittedAlpha({ region, locks, bounds, existing, growPx, featherPx, masks }),
    engineLimits(deps.ctx, edit),
  ]);
  const plan = permitted && planOf(preparation, permitted.rect, limits);
  if (!plan) {
    await failEdit(deps.ctx, { ...place, code: 'mask.empty', says: null, by: systemActor });
    return;
  }
  if (!(await awaitsPreparation(deps.ctx, place))) return;
  // Only a person may take a risk that can be seen beforehand.
  const risks = edit.byPolicy ? await foreseeRisks(deps, preparation) : [];
  if (risks.length > 0) {
    await cancelRisky(deps.ctx, { ...place, risks });
    return;
  }
  if (edit.byPolicy && !(await awaitsPreparation(deps.ctx, place))) return;
  const seen = area ? uniteRects(plan.rect, area.rect) : plan.rect;
  const [layers, artwork, picture] = await Promise.all([
    readLayers(deps, layersUnder(preparation.layers, seen)),
    readArtwork(deps, preparation.artwork),
    reference?.kind === 'picture' ? readStored(deps, reference.digest) : null,
  ]);
  const made = await withFile(deps, preparation.masterBlob, (masterPath) =>
    deps.pixels.run('cutCrop', {
      masterPath,
      bounds,
      layers,
      permitted,
      region,
      locks,
      masks,
      existing,
      cropRect: plan.rect,
      size: plan.size,
      reference: area ?? (picture && { file: picture }),
      artwork,
    }),
  );
  if ('refused' in made) {
    await failEdit(deps.ctx, { ...place, code: made.refused, says: null, by: systemActor });
    return;
  }
  const [png, request] = await Promise.all([
    keepBytes(deps, made.permittedPng, 'image/png'),
    keepBytes(deps, made.request, 'application/octet-stream'),
  ]);
  await savePreparation(deps.ctx, preparation, {
    permittedRect: permitted.rect,
    permitted: png,
    cropRect: plan.rect,
    cropSize: plan.size,
    depth: made.depth,
    request,
  });
  deps.log.info({ ...place, crop: plan.rect }, 'edit prepared');
}

function planOf({ intent, bounds }: Preparation, reach: PixelRect, limits: EngineLimits): CropPlan | null {
  return intent.wish && planCrop(reach, bounds, cropNeeds(intent.wish.kind, limits));
}
