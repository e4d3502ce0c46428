import { type FlagCode, flagsOf, type RiskCode, risksOf } from '@pinpaint/domain';
import { foresee, measureEdit, shrinkAlpha, shrinkFactor, shrinkPicture } from '@pinpaint/imaging';
import { createHeal } from '../../heal/createHeal.ts';
import { type Rgb, rgb } from '../raster.ts';
import type { CaseHole } from '../readCases.ts';
import type { Figures } from './measureHole.ts';

export type CaseRow = {
  readonly id: string;
  readonly risks: readonly RiskCode[];
  readonly flags: readonly FlagCode[];
  readonly figures: Figures;
  readonly foreseen: Figures;
};

/** A fixture's note, filled and looked at as the renderer does. */
export async function measureCase({ id, picture, request, whole }: CaseHole, master: Rgb): Promise<CaseRow> {
  const [candidate] = await createHeal().run(request, new AbortController().signal, () => {});
  if (!candidate) throw new Error('heal gave no candidate');
  const { patch, usedAlpha } = candidate;
  const data = picture.data.slice();
  for (let at = 0; at < data.length; at++) {
    const alpha = usedAlpha[Math.floor(at / 3)] ?? 0;
    data[at] = Math.round(((patch.data[at] ?? 0) * alpha + (data[at] ?? 0) * (255 - alpha)) / 255);
  }
  const { wish } = request.intent;
  const after = rgb(picture.width, picture.height, data);
  const change = wish?.kind === 'extend' ? 'extended' : 'removed';
  const figures: Figures = {
    ...candidate.figures,
    ...measureEdit({ before: picture, after, alpha: usedAlpha, change }),
  };
  const foreseen = foreseeCase({ picture, request, whole }, master);
  return {
    id,
    risks: wish ? risksOf(wish, 'heal', foreseen) : [],
    flags: flagsOf(figures),
    figures,
    foreseen,
  };
}

function foreseeCase(
  { picture, request, whole }: Pick<CaseHole, 'picture' | 'request' | 'whole'>,
  master: Rgb,
) {
  const { known, locked, permittedAlpha } = request;
  const factor = shrinkFactor(picture, 640);
  const closed = known.map((value, i) => (value === 0 || locked[i] !== 0 ? 255 : 0));
  const seen = foresee({
    crop: shrinkPicture(picture, factor),
    alpha: shrinkAlpha(permittedAlpha, picture, factor),
    closed: shrinkAlpha(closed, picture, factor),
    frame: shrinkPicture(master, shrinkFactor(master, 512)),
  });
  const [had, all] = [master.width * master.height, whole.width * whole.height];
  return { ...seen, growth: all / had - 1 };
}
