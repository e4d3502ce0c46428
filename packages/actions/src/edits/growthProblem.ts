import { containsRect, rectArea } from '@pinpaint/domain';
import type { Ctx } from '../ctx.ts';
import { problem } from '../problem.ts';
import type { EditArea } from './editArea.ts';

/** Says so where the picture would grow beyond what may be uploaded. From rectangles alone, before any pixel is touched. */
export function growthProblem({ maxMegapixels }: Pick<Ctx, 'maxMegapixels'>, { bounds, existing }: Growth) {
  const isTooLarge = rectArea(bounds) > maxMegapixels * 1e6 && !containsRect(existing, bounds);
  return isTooLarge ? problem('edit.too-large', { maxMegapixels }) : null;
}

type Growth = Pick<EditArea, 'bounds' | 'existing'>;
