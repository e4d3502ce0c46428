import type { EngineFacts } from '@pinpaint/domain';
import { breathe } from '../breathe.ts';
import {
  type Engine,
  type EngineCandidate,
  EngineError,
  type EngineRequest,
  type ReportProgress,
} from '../engine.ts';
import { match } from './match.ts';
import { recolour } from './recolour.ts';
import { relight } from './relight.ts';

const facts: EngineFacts = {
  name: 'grade',
  version: '0.3.0',
  kinds: ['recolour', 'relight', 'match'],
  nativeSizes: [],
  maxPixels: 120_000_000,
  seconds: { base: 0.15, perMegapixel: 0.4 },
  usd: { perRun: 0, perMegapixel: 0 },
};

/**
 * Colour and light without weights, in OKLab: finds the thing meant in a sloppy region by its colour and
 * connectedness, and keeps its gloss, texture and shade. It knows colours, not things: of two cups of one
 * colour in one region both change.
 */
export function createGrade(): Engine {
  return { facts, runsIn: 'thread', run: grade };
}

async function grade(
  request: EngineRequest,
  signal: AbortSignal,
  progress: ReportProgress,
): Promise<readonly EngineCandidate[]> {
  await breathe(signal);
  const { wish } = request.intent;
  switch (wish?.kind) {
    case 'recolour':
      return recolour(request, wish, { signal, progress });
    case 'relight':
      return relight(request, wish, { signal, progress });
    case 'match':
      return match(request, wish, { signal, progress });
    default:
      throw new EngineError('engine.wrong-kind', 'Grade changes colour and light, nothing else.');
  }
}
