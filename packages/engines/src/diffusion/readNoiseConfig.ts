import { readFile } from 'node:fs/promises';
import { EngineError } from '../engine.ts';
import { nameOfFile } from '../onnx/nameOfFile.ts';
import { type NoiseConfig, stableDiffusionNoise } from './noiseSchedule.ts';

/** What a model's `scheduler/scheduler_config.json` says of its noise; what it leaves out is Stable Diffusion's. */
export async function readNoiseConfig(path: string): Promise<NoiseConfig> {
  const said = await readObject(path);
  const numberOf = (key: string, otherwise: number): number =>
    typeof said[key] === 'number' ? said[key] : otherwise;
  const curve = said.beta_schedule ?? stableDiffusionNoise.betaCurve;
  const predicts = said.prediction_type ?? stableDiffusionNoise.predicts;
  if (curve !== 'linear' && curve !== 'scaled_linear') throw unfit(path, 'beta_schedule', curve);
  if (predicts !== 'epsilon' && predicts !== 'v_prediction') throw unfit(path, 'prediction_type', predicts);
  return {
    trainSteps: numberOf('num_train_timesteps', stableDiffusionNoise.trainSteps),
    betaStart: numberOf('beta_start', stableDiffusionNoise.betaStart),
    betaEnd: numberOf('beta_end', stableDiffusionNoise.betaEnd),
    betaCurve: curve,
    predicts,
    stepsOffset: numberOf('steps_offset', stableDiffusionNoise.stepsOffset),
  };
}

async function readObject(path: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const parsed: unknown = JSON.parse(await readFile(path, 'utf8'));
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    throw new EngineError('engine.model-unreadable', `${nameOfFile(path)} can’t be read.`);
  }
}

function unfit(path: string, key: string, value: unknown): EngineError {
  return new EngineError(
    'engine.model-unfit',
    `${nameOfFile(path)}: ${key} ${JSON.stringify(value)} is not known here.`,
  );
}
