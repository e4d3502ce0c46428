import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ApiClient, ApiRefusal } from '../api/ApiClient.ts';
import { type Rendition, renditionSchema, renditionsSchema } from './schemas.ts';
import { type StepOptions, stepsFrom } from './stepsFrom.ts';

export type RenditionsOptions = StepOptions & {
  readonly url: string;
  readonly token?: string | undefined;
  /** A folder; without it nothing is downloaded. */
  readonly out?: string | undefined;
};

/** ×4 of a large picture on a processor. */
const limitMs = 6 * 3600_000;

/**
 * Makes of an approved version what was asked for, and says how far each step is.
 *
 * @returns the exit code: 0 when every step came to a file
 */
export async function renditions(
  versionId: string,
  { url, token, out, ...steps }: RenditionsOptions,
): Promise<number> {
  const client = new ApiClient(url.replace(/\/+$/, ''), token ?? null);
  const body = { steps: stepsFrom(steps) };
  try {
    const { items } = await client.post(`/versions/${versionId}/renditions/steps`, body, renditionsSchema);
    if (out) await mkdir(out, { recursive: true });
    for (const [at, { id }] of items.entries()) {
      const made = await ended(client, id);
      console.log(describe(made));
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

/** "upscale: ready, by onnx-upscale (cpu), sha256 …" */
function describe({ step, state, failureCode, fileDigest, provenance }: Rendition): string {
  if (state !== 'ready') return `${step?.kind}: ${state}${failureCode ? `, ${failureCode}` : ''}`;
  const how = provenance?.provider ?? provenance?.encoder;
  return `${step?.kind}: ready, by ${provenance?.engine}${how ? ` (${how})` : ''}, sha256 ${fileDigest}`;
}

async function download(client: ApiClient, { id }: Rendition, path: string): Promise<void> {
  await client.download(`/renditions/${id}/file`, path);
  console.log(`  ${resolve(path)}`);
}
