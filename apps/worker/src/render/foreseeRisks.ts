import { cropNeeds, layersUnder, loadMasks, type Preparation } from '@pinpaint/actions';
import { mayBeRisky, type RiskCode, risksOf } from '@pinpaint/domain';
import { readLayers } from './readLayers.ts';
import { type RenderDeps, withFile } from './renderDeps.ts';

/** What is likely to go wrong with an edit, from its pixels as they are now. */
export async function foreseeRisks(deps: RenderDeps, preparation: Preparation): Promise<readonly RiskCode[]> {
  const { intent, region, locks, bounds, existing, edit, masterBlob } = preparation;
  const { wish } = intent;
  if (!wish || !mayBeRisky(wish)) return [];
  const [masks, layers] = await Promise.all([
    loadMasks(deps.ctx, [region, ...locks]),
    readLayers(deps, layersUnder(preparation.layers, bounds)),
  ]);
  const anySize = { nativeSizes: [], maxPixels: Number.MAX_SAFE_INTEGER };
  const [needs, holeNeeds] = [cropNeeds(wish.kind, anySize), cropNeeds('remove', anySize)];
  const foreseen = await withFile(deps, masterBlob, (masterPath) =>
    deps.pixels.foresee({ masterPath, bounds, layers, region, locks, masks, existing, needs, holeNeeds }),
  );
  return risksOf(wish, edit.engine, foreseen ?? {});
}
