import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ApiClient, ApiRefusal } from '../api/ApiClient.ts';
import { describeFilm, describeRendition } from './describe.ts';
import { filmEstimateSchema, type Rendition, renditionSchema, renditionsSchema } from './schemas.ts';
import { isFilm, type StepOptions, stepsFrom } from './stepsFrom.ts';

export type RenditionsOptions = StepOptions & {
  readonly url: string;
  readonly token?: string | undefined;
  /** A folder; without it nothing is downloaded. */
  readonly out?: string | undefined;
  /** Without it, of a film is only said what it would cost, and nothing is made. */
  readonly run?: boolean | undefined;
};

/** ×4 of a large picture on a processor. */
const limitMs = 6 * 3600_000;

/**
 * Makes of an approved version what was asked for, and says how far each step is. What costs money it says first.
 *
 * @returns the exit code: 0 when every step came to a file, or it was only asked what a film would cost
 */
export async function renditions(
  versionId: string,
  { url, token, out, run, ...wish }: RenditionsOptions,
): Promise<number> {
  const client = new ApiClient(url.replace(/\/+$/, ''), token ?? null);
  const steps = stepsFrom(wish);
  const path = `/versions/${versionId}/renditions`;
  try {
    const film = steps.find(isFilm);
    if (film) {
      const estimate = await client.get(`${path}/film`, filmEstimateSchema);
      for (const line of describeFilm(estimate, film.seconds)) console.log(line);
      if (!run) return 0;
    }
    const { items } = await client.post(`${path}/steps`, { steps }, renditionsSchema);
    if (out) await mkdir(out, { recursive: true });
    for (const [at, { id }] of items.entries()) {
      const made = await ended(client, id);
      console.log(describeRendition(made));
      if (made.state !== 'ready') return 1;
      if (out) await download(client, made, join(out, `${at + 1}-${made.step?.kind}.${made.format}`));
    }
    return 0;
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    console.error(`pinpaint: ${error.message}`);
    return 1;
  }
}

function ended(client: ApiClient, id: string): Promise<Rendition> {
  let said = 0;
  return client.until(`/renditions/${id}`, renditionSchema, {
    wanted: ({ state }) => state !== 'queued',
    limitMs,
    seen({ step, state, progress }) {
      const percent = Math.floor(progress * 10) * 10;
      if (state !== 'queued' || percent <= said) return;
      said = percent;
      console.log(`${step?.kind}: ${percent} %`);
    },
  });
}

async function download(client: ApiClient, { id }: Rendition, path: string): Promise<void> {
  await client.download(`/renditions/${id}/file`, path);
  console.log(`  ${resolve(path)}`);
}
