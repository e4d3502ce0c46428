import { setImmediate } from 'node:timers/promises';
import type { AnimateStep, PixelRect } from '@pinpaint/domain';
import { drawFrame, type FrameWish } from '@pinpaint/imaging';
import { encodeByFfmpeg, findFfmpeg } from './encodeByFfmpeg.ts';
import { encodeByWasm } from './encodeByWasm.ts';
import { encodeWebp, fitsWebp } from './encodeWebp.ts';
import type { Film, FrameEncoder } from './frameEncoder.ts';
import { type LoadedScene, loadScene, type SceneLayer } from './loadScene.ts';

export type AnimationWish = {
  readonly step: AnimateStep;
  readonly picturePath: string;
  readonly bounds: PixelRect;
  readonly layers: readonly SceneLayer[];
  readonly outputPath: string;
  /** `ffmpeg` where there is one, unless told otherwise. */
  readonly encoder?: 'wasm';
};

type Run = { readonly signal: AbortSignal; readonly progress: (fraction: number) => void };

export type AnimationFacts = {
  readonly encoder: string;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly frames: number;
};

/** An animated WebP that would not fit into memory. */
export class AnimationTooLarge extends Error {}

/** A film of a camera that leaves the whole picture and comes back; no more than a frame of an MP4 is in memory. */
export async function writeAnimation(
  wish: AnimationWish,
  { signal, progress }: Run,
): Promise<AnimationFacts> {
  const { step, outputPath } = wish;
  const loaded = await loadScene({ ...wish, ...step });
  const frames = Math.max(2, Math.round(step.seconds * step.fps));
  const film = { ...loaded.size, fps: step.fps, frames, outputPath };
  const encoder = await openEncoder(wish, film);
  try {
    for (let frame = 0; frame < frames; frame++) {
      await setImmediate();
      signal.throwIfAborted();
      await encoder.add(drawFrame(loaded.scene, frameWish(wish, loaded, frame / (frames - 1))).data);
      progress((frame + 1) / (frames + 1));
    }
    await encoder.finish();
  } catch (error) {
    encoder.abandon();
    throw error;
  }
  const { width, height, fps } = film;
  return { encoder: encoder.says, width, height, fps, frames };
}

async function openEncoder({ step, encoder }: AnimationWish, film: Film): Promise<FrameEncoder> {
  if (step.format === 'webp') {
    if (!fitsWebp(film))
      throw new AnimationTooLarge(`${film.frames} frames of ${film.width} × ${film.height}`);
    return encodeWebp(film);
  }
  const version = encoder === 'wasm' ? null : await findFfmpeg();
  return version ? encodeByFfmpeg(film, version) : encodeByWasm(film);
}

function frameWish({ step, bounds }: AnimationWish, { size, scale }: LoadedScene, moment: number): FrameWish {
  const safe = step.safe && {
    x: (step.safe.x - bounds.x) * scale,
    y: (step.safe.y - bounds.y) * scale,
    width: step.safe.width * scale,
    height: step.safe.height * scale,
  };
  return { move: { ...step, safe }, moment, size };
}
