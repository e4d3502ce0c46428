import { beginCharge, keepReading, loadNote } from '@pinpaint/actions';
import type { Jobs } from '@pinpaint/db';
import type { PinId, StudioId } from '@pinpaint/domain';
import { EngineError, type NoteReader } from '@pinpaint/engines';
import type { RenderDeps } from './renderDeps.ts';

/**
 * Asks a model what a note means, once: what was begun before and never came back may have been billed. Where it comes
 * to nothing, is too late or one too many in this minute, the words' own reading stays.
 */
export async function readPin(deps: RenderDeps, job: Jobs['pin.read']): Promise<void> {
  const { ctx, reader, log } = deps;
  const { chargeId } = job;
  const place = { studioId: job.studioId as StudioId, pinId: job.pinId as PinId };
  const model = ctx.hosted.reader?.model ?? '';
  const perMinute = ctx.hosted.reader?.callsPerMinute ?? 0;
  const note = await loadNote(ctx, place);
  const turn = reader && note ? await beginCharge(ctx.db, { chargeId, perMinute, now: ctx.now() }) : 'wait';
  if (turn === 'taken') return;
  const read = reader && note && turn === 'begun' ? await ask(reader, note) : { intent: null, usd: 0 };
  if ('code' in read) log.info({ ...place, code: read.code }, 'the words’ own reading stays');
  const { intent, usd } = read;
  await keepReading(ctx, { ...place, chargeId, model, intent, usd });
}

async function ask(reader: NoteReader, note: string) {
  try {
    return await reader.read(note, new AbortController().signal);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { intent: null, usd: error.usd, code: error.code };
  }
}
