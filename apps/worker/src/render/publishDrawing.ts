import { completeDrawing, type DrawnAnswer, failEdit, systemActor } from '@pinpaint/actions';
import type { EditId, StudioId } from '@pinpaint/domain';
import { keepBytes, type RenderDeps, withFile } from './renderDeps.ts';

type Place = { readonly studioId: StudioId; readonly editId: EditId };

/** Makes a file of what an engine drew from words, and the frame's upload of that. */
export async function publishDrawing(
  deps: RenderDeps,
  place: Place,
  { shape, epoch, answerBlob }: DrawnAnswer,
): Promise<void> {
  const { width, height } = shape;
  const drawn = await withFile(deps, answerBlob, (answerPath) =>
    deps.pixels.run('readDrawn', { answerPath, size: { width, height } }),
  );
  if ('refused' in drawn) {
    await failEdit(deps.ctx, { ...place, code: drawn.refused, says: null, by: systemActor });
    deps.log.warn({ ...place, code: drawn.refused }, 'drawing refused');
    return;
  }
  const picture = await keepBytes(deps, drawn.png, 'image/png');
  await completeDrawing(deps.ctx, { ...place, epoch, picture, provenance: drawn.provenance });
  deps.log.info(place, 'drawing published');
}
