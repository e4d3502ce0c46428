import {
  failEdit,
  loadDrawing,
  loadMasks,
  loadPublication,
  type MadeCandidate,
  type Publication,
  proposeCandidates,
  systemActor,
} from '@pinpaint/actions';
import type { Jobs } from '@pinpaint/db';
import type { EditId, PixelRect, StudioId } from '@pinpaint/domain';
import type { JudgedCandidate, RefusedAnswer } from '@pinpaint/pictures';
import { publishDrawing } from './publishDrawing.ts';
import { readArtwork } from './readArtwork.ts';
import { readLayers } from './readLayers.ts';
import { keepBytes, type RenderDeps, readStored, withFile } from './renderDeps.ts';

/** Checks, composites, proves and measures what an engine answered, and proposes it. A lie fails the edit. */
export async function publishEdit(deps: RenderDeps, job: Jobs['edit.publish']): Promise<void> {
  const place = { studioId: job.studioId as StudioId, editId: job.editId as EditId };
  const drawn = await loadDrawing(deps.ctx, place);
  if (drawn) return publishDrawing(deps, place, drawn);
  const publication = await loadPublication(deps.ctx, place);
  if (!publication) return;
  const judged = await judge(deps, publication);
  if ('refused' in judged) {
    await failEdit(deps.ctx, { ...place, code: judged.refused, says: null, by: systemActor });
    deps.log.warn({ ...place, workerId: publication.edit.workerId, code: judged.refused }, 'answer refused');
    return;
  }
  const candidates = await Promise.all(judged.map((candidate) => keep(deps, candidate)));
  await proposeCandidates(deps.ctx, { ...place, epoch: publication.edit.leaseEpoch, candidates });
  deps.log.info({ ...place, candidates: candidates.length }, 'edit published');
}

async function judge(
  deps: RenderDeps,
  { edit, intent, planes, cropRect, existing, locks, artwork: laid, answerBlob, masterBlob }: Publication,
): Promise<readonly JudgedCandidate[] | RefusedAnswer> {
  const kind = intent.wish?.kind;
  if (!kind || !edit.permittedBlob) throw new Error(`Edit ${edit.id} was never prepared`);
  const [png, layers, masks, artwork] = await Promise.all([
    readStored(deps, edit.permittedBlob),
    readLayers(deps, planes.layers),
    loadMasks(deps.ctx, locks),
    readArtwork(deps, laid),
  ]);
  return withFile(deps, masterBlob, (masterPath) =>
    withFile(deps, answerBlob, (answerPath) =>
      deps.pixels.run('judgeAnswer', {
        masterPath,
        answerPath,
        bounds: edit.bounds as PixelRect,
        layers,
        shape: { size: planes.size, depth: planes.depth, variants: edit.variants },
        kind,
        cropRect,
        permitted: { rect: edit.permittedRect as PixelRect, png },
        existing,
        locks,
        masks,
        artwork,
      }),
    ),
  );
}

async function keep(
  deps: RenderDeps,
  { patchPng, alphaPng, ...candidate }: JudgedCandidate,
): Promise<MadeCandidate> {
  const [patch, alpha] = await Promise.all([
    keepBytes(deps, patchPng, 'image/png'),
    keepBytes(deps, alphaPng, 'image/png'),
  ]);
  return { ...candidate, patch, alpha };
}
