import type { FilmStep, PixelRect, RenditionStep } from '@pinpaint/domain';
import type { SceneLayer } from '@pinpaint/pictures';

/** What a step needs, as plain data: it crosses to a thread. */
export type StepWish = {
  readonly step: Exclude<RenditionStep, FilmStep>;
  /** The version's stored result, or the rendition before. */
  readonly picturePath: string;
  /** Of the version, in frame space. */
  readonly bounds: PixelRect;
  /** Visible ones, lowest first; only an animation gets them. */
  readonly layers: readonly SceneLayer[];
  readonly outputPath: string;
  /** An empty folder, for drafts. */
  readonly dir: string;
};

/** What cannot be done, with a stable code; whatever else goes wrong throws another error. */
export class StepRefused extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'StepRefused';
    this.code = code;
  }
}

export type StepRun = { readonly signal: AbortSignal; readonly progress: (fraction: number) => void };
