import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { RenditionProvenance } from '@pinpaint/actions';
import type { RefineStep } from '@pinpaint/domain';
import { cropPicture, type Placed, refine, refineMarginPx } from '@pinpaint/imaging';
import { encodeRendition, type Master, makeMaster, readCrop } from '@pinpaint/pictures';
import type { StepRun, StepWish } from './stepWish.ts';

const rowsAtOnce = 128;

export async function refinePicture(
  { picturePath, outputPath, dir }: StepWish,
  { amount }: RefineStep,
  run: StepRun,
): Promise<RenditionProvenance> {
  const path = join(dir, 'source.tif');
  const format = await makeMaster(picturePath, path);
  const strips = refineStrips({ path, format, amount }, run);
  await encodeRendition({ strips, format, kind: 'png', outputPath });
  return { engine: 'refine', amount };
}

type Refined = { readonly path: string; readonly format: Master; readonly amount: number };

async function* refineStrips(
  { path, format, amount }: Refined,
  { signal, progress }: StepRun,
): AsyncGenerator<Placed> {
  const { width, height } = format;
  for (let y = 0; y < height; y += rowsAtOnce) {
    await setImmediate();
    signal.throwIfAborted();
    const rows = Math.min(rowsAtOnce, height - y);
    const top = Math.max(0, y - refineMarginPx);
    const bottom = Math.min(height, y + rows + refineMarginPx);
    const read = await readCrop(path, { x: 0, y: top, width, height: bottom - top });
    yield cropPicture({ x: 0, y: top, picture: refine(read, amount) }, { x: 0, y, width, height: rows });
    progress((y + rows) / height);
  }
}
