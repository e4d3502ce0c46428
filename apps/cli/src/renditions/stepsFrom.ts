import type { RenditionStep } from '@pinpaint/domain';
import { StackFailure } from '../stack/StackFailure.ts';

/** As they are written on the command line. */
export type StepOptions = {
  readonly refine?: string | undefined;
  readonly upscale?: string | undefined;
  readonly animate?: string | undefined;
  readonly film?: string | undefined;
  readonly seconds?: string | undefined;
  readonly fps?: string | undefined;
  readonly zoom?: string | undefined;
  readonly pan?: string | undefined;
  readonly parallax?: string | undefined;
  readonly easing?: string | undefined;
  readonly safe?: string | undefined;
  readonly longest?: string | undefined;
};

/** What isn't given the API fills in; what it doesn't allow, it says. */
type AskedStep =
  | ({ readonly kind: Exclude<RenditionStep['kind'], 'film'> } & Readonly<Record<string, unknown>>)
  | AskedFilm;
/** It is told what it costs before anybody asks for it, so its length is known. */
type AskedFilm = { readonly kind: 'film'; readonly prompt: string; readonly seconds: number };

/** The cheapest. */
const filmSeconds = 4;

export function isFilm(step: AskedStep): step is AskedFilm {
  return step.kind === 'film';
}

/** Refine, upscale, animate or film: those that were asked for, in this order. */
export function stepsFrom(options: StepOptions): readonly AskedStep[] {
  const { refine, upscale, animate, film, seconds } = options;
  const steps: AskedStep[] = [];
  if (refine !== undefined) steps.push({ kind: 'refine', amount: numberOf('refine', refine) });
  if (upscale !== undefined) steps.push({ kind: 'upscale', scale: numberOf('upscale', upscale) });
  if (animate !== undefined) steps.push({ kind: 'animate', format: animate, ...cameraFrom(options) });
  if (film !== undefined) {
    const length = seconds === undefined ? filmSeconds : numberOf('seconds', seconds);
    steps.push({ kind: 'film', prompt: film, seconds: length });
  }
  if (steps.length > 0) return steps;
  throw new StackFailure(
    'renditions.no-steps',
    'Say what is to be made: --refine, --upscale, --animate or --film',
  );
}

function cameraFrom({ pan, easing, safe, longest, ...numbers }: StepOptions): Record<string, unknown> {
  const camera: Record<string, unknown> = {};
  for (const name of ['seconds', 'fps', 'zoom', 'parallax'] as const) {
    const text = numbers[name];
    if (text !== undefined) camera[name] = numberOf(name, text);
  }
  if (easing !== undefined) camera.easing = easing;
  if (longest !== undefined) camera.longestPx = numberOf('longest', longest);
  if (pan !== undefined) [camera.panX, camera.panY] = numbersOf('pan', pan, 2);
  if (safe !== undefined) {
    const [x, y, width, height] = numbersOf('safe', safe, 4);
    camera.safe = { x, y, width, height };
  }
  return camera;
}

function numbersOf(name: string, text: string, count: number): number[] {
  const parts = text.split(',');
  if (parts.length === count) return parts.map((part) => numberOf(name, part));
  throw new StackFailure(
    'renditions.not-a-number',
    `--${name} is ${count} numbers with commas between, and not "${text}"`,
  );
}

function numberOf(name: string, text: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isFinite(value)) return value;
  throw new StackFailure('renditions.not-a-number', `--${name} is a number, and not "${text}"`);
}
