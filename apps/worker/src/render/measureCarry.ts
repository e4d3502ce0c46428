import { keepReport, loadMeasure, type MadeThere } from '@pinpaint/actions';
import type { Jobs } from '@pinpaint/db';
import type { EditId, StudioId } from '@pinpaint/domain';
import { readLayers } from './readLayers.ts';
import { type RenderDeps, readStored, withFile } from './renderDeps.ts';

/** Compares what an edit made in one frame of a series with what it made in another. */
export async function measureCarry(deps: RenderDeps, job: Jobs['carry.measure']): Promise<void> {
  const place = { studioId: job.studioId as StudioId, editId: job.editId as EditId };
  const measure = await loadMeasure(deps.ctx, place);
  if (!measure) return;
  const { matrix } = measure;
  const [source, target] = await Promise.all([filesOf(deps, measure.source), filesOf(deps, measure.target)]);
  const found = await withFile(deps, measure.source.masterBlob, (from) =>
    withFile(deps, measure.target.masterBlob, (to) =>
      deps.pixels.run('measureCarried', {
        source: { ...source, masterPath: from },
        target: { ...target, masterPath: to },
        matrix,
      }),
    ),
  );
  if (found) await keepReport(deps.ctx, measure, found);
}

async function filesOf(deps: RenderDeps, { bounds, layers, candidate }: MadeThere) {
  const [under, patch, alpha] = await Promise.all([
    readLayers(deps, layers),
    readStored(deps, candidate.patchBlob),
    readStored(deps, candidate.alphaBlob),
  ]);
  return { bounds, layers: under, layer: { rect: candidate.rect, opacity: 255, patch, alpha } };
}
