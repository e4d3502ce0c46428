import { setTimeout as sleep } from 'node:timers/promises';
import {
  beginCharge,
  completeRendition,
  type FilmOperation,
  keepFilmProgress,
  keepOperation,
} from '@pinpaint/actions';
import type { Jobs } from '@pinpaint/db';
import type { FilmStep, RenditionId, RenditionStep, StudioId, VersionId } from '@pinpaint/domain';
import { EngineError, type FilmMaker } from '@pinpaint/engines';
import { fileOf, keepBytes, type RenderDeps } from '../renderDeps.ts';
import { resultOf } from '../resultOf.ts';

type Film = {
  readonly studioId: StudioId;
  readonly renditionId: RenditionId;
  readonly versionId: VersionId;
  readonly parentBlob: string | null;
  readonly step: FilmStep;
  readonly operation: FilmOperation;
};

/** How often progress is kept, and with it looked whether anybody still wants it. */
const lookEachMs = 1_000;
/** Between two tries to get a turn. */
const turnEachMs = 2_000;

/**
 * Has a service make a film, which is billed when it is asked for: so it is asked once, and whoever takes this up
 * again waits for what was asked for. Where nobody knows whether it was, nobody asks again.
 */
export async function makeFilm(deps: RenderDeps, job: Jobs['rendition.film']): Promise<void> {
  const film = await findFilm(deps, job);
  if (!film) return;
  const stop = new AbortController();
  let progress = 0;
  const look = setInterval(async () => {
    const wanted = await keepFilmProgress(deps.ctx, { ...film, progress }).catch(() => true);
    if (!wanted) stop.abort(new Error('cancelled'));
  }, lookEachMs);
  const run = {
    signal: stop.signal,
    progress: (fraction: number) => {
      progress = fraction;
    },
  };
  try {
    await make(deps, film, run);
  } catch (error) {
    if (stop.signal.aborted) return;
    if (!(error instanceof EngineError)) throw error;
    const outcome = { failureCode: error.code, failureSays: error.message.slice(0, 500) };
    warnOf(deps, film, error);
    await completeRendition(deps.ctx, { ...film, outcome, usd: error.usd });
  } finally {
    clearInterval(look);
  }
}

function warnOf({ log }: RenderDeps, film: Film, { code, message }: EngineError): void {
  const { studioId, renditionId, versionId, step, operation } = film;
  const says = withoutWords(message, step.prompt);
  log.warn({ studioId, renditionId, versionId, chargeId: operation.chargeId, code, says }, 'film not made');
}

/** A service may quote what it was told, cut off somewhere; what somebody wrote is not for the log. */
function withoutWords(says: string, prompt: string): string {
  const at = prompt ? says.indexOf(prompt.slice(0, 24)) : -1;
  return at < 0 ? says : `${says.slice(0, at)}[words]`;
}

type Run = { readonly signal: AbortSignal; readonly progress: (fraction: number) => void };

async function make(deps: RenderDeps, film: Film, run: Run): Promise<void> {
  const { films, ctx } = deps;
  if (!films)
    throw new EngineError('film.not-offered', 'The service that makes films is no longer set up.', 0);
  const name = film.operation.name ?? (await begin(deps, films, { ...film, signal: run.signal }));
  const { bytes, provenance } = await films.finish(name, run);
  const file = await keepBytes(deps, bytes, 'video/mp4');
  const { seconds } = film.step;
  const made = { engine: 'veo', seconds, generated: true, exactFrames: 0, ...provenance };
  await completeRendition(ctx, { ...film, outcome: { file, provenance: made } });
}

type Begin = Film & { readonly signal: AbortSignal };

/** Asks for it, once. @returns the operation's name */
async function begin(
  deps: RenderDeps,
  films: FilmMaker,
  { signal, step, operation, ...film }: Begin,
): Promise<string> {
  const { ctx } = deps;
  const { chargeId } = operation;
  const perMinute = ctx.hosted.film?.callsPerMinute ?? 1;
  const still = await stillFor(deps, film);
  for (;;) {
    const turn = await beginCharge(ctx.db, { chargeId, perMinute, now: ctx.now() });
    if (turn === 'begun') break;
    if (turn === 'taken')
      throw new EngineError(
        'film.maybe-billed',
        'The renderer ended while it asked; it may have been billed.',
      );
    await sleep(turnEachMs, undefined, { signal });
  }
  const { jpeg, isPortrait } = still;
  // Not given up half way: what is asked for is billed, and has to be known by its name.
  const name = await films.begin(
    { prompt: step.prompt, seconds: step.seconds, isPortrait, picture: jpeg },
    new AbortController().signal,
  );
  await keepOperation(ctx, { renditionId: film.renditionId, operation: { ...operation, name } });
  return name;
}

async function stillFor(
  deps: RenderDeps,
  { studioId, versionId, parentBlob }: Pick<Film, 'studioId' | 'versionId' | 'parentBlob'>,
) {
  const source = parentBlob ? await fileOf(deps, parentBlob) : await resultOf(deps, studioId, versionId);
  try {
    return await deps.pixels.run('stillOf', source.path);
  } finally {
    await source.release();
  }
}

/** null: nobody wants it any more, or what it is to be made of is not there yet, and it is called again then. */
async function findFilm({ ctx }: RenderDeps, job: Jobs['rendition.film']): Promise<Film | null> {
  const where = { id: job.renditionId, studioId: job.studioId };
  const row = await ctx.db.rendition.findFirst({ where, include: { parent: true } });
  const step = row?.step as RenditionStep | null | undefined;
  if (row?.state !== 'queued' || step?.kind !== 'film' || !row.operation) return null;
  if (row.parent && !row.parent.blobDigest) return null;
  return {
    studioId: row.studioId as StudioId,
    renditionId: row.id as RenditionId,
    versionId: row.versionId as VersionId,
    parentBlob: row.parent?.blobDigest ?? null,
    step,
    operation: row.operation as FilmOperation,
  };
}
