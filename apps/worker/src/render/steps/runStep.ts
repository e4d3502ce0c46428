import type { RenditionProvenance } from '@pinpaint/actions';
import { EngineError } from '@pinpaint/engines';
import { AnimationTooLarge, writeAnimation } from '@pinpaint/pictures';
import { refinePicture } from './refinePicture.ts';
import { StepRefused, type StepRun, type StepWish } from './stepWish.ts';
import { upscalePicture } from './upscalePicture.ts';

/**
 * Writes what a step makes of a picture.
 *
 * @throws StepRefused when it can't be done; the signal's reason once it aborts
 */
export async function runStep(wish: StepWish, run: StepRun): Promise<RenditionProvenance> {
  try {
    return await doStep(wish, run);
  } catch (error) {
    if (error instanceof EngineError) throw new StepRefused(error.code, error.message);
    if (error instanceof AnimationTooLarge) throw new StepRefused('rendition.too-large', error.message);
    throw error;
  }
}

async function doStep(wish: StepWish, run: StepRun): Promise<RenditionProvenance> {
  const { step } = wish;
  switch (step.kind) {
    case 'refine':
      return refinePicture(wish, step, run);
    case 'upscale':
      return upscalePicture(wish, step, run);
    case 'animate':
      return { engine: 'animate', ...(await writeAnimation({ ...wish, step }, run)) };
  }
}
