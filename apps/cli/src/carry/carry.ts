import { writeFile } from 'node:fs/promises';
import { newId, usdText } from '@pinpaint/domain';
import { ApiClient, ApiRefusal } from '../api/ApiClient.ts';
import { describeFinding, describeReport } from './describe.ts';
import { type Carry, carrySchema, type Report, reportSchema } from './schemas.ts';

export type CarryOptions = {
  readonly url: string;
  readonly token?: string | undefined;
  /** Without it, it only says where the region was found and what it would take. */
  readonly run?: boolean;
  /** Numbers of frames on their board; all that were found, unless given. */
  readonly frames?: string | undefined;
  readonly json?: string | undefined;
};

/** A series of two hundred large frames, looked through one at a time. */
const lookMs = 30 * 60_000;
const runMs = 60 * 60_000;

/**
 * Looks for an edit's region in the other frames of its series, and makes the edit there when it is told to.
 *
 * @returns the exit code: 0 when it was found somewhere, and nothing changed outside
 */
export async function carry(editId: string, { url, token, ...wish }: CarryOptions): Promise<number> {
  const client = new ApiClient(url.replace(/\/+$/, ''), token ?? null);
  try {
    const found = await look(client, editId);
    for (const finding of found.findings) console.log(describeFinding(finding));
    const { sum } = found;
    if (sum) console.log(`together ${sum.seconds.toFixed(1)} s, ${usdText(sum.usd)}`);
    const frameIds = chosen(found, wish.frames);
    if (!wish.run || frameIds.length === 0) return frameIds.length > 0 ? 0 : 1;
    await client.post(`/carries/${found.id}/run`, { frameIds }, carrySchema);
    const report = await compared(client, found.id);
    for (const line of describeReport(report)) console.log(line);
    if (wish.json) await writeFile(wish.json, `${JSON.stringify(report, null, 2)}\n`);
    return report.frames.some(({ proof }) => proof && proof.changedOutside > 0) ? 1 : 0;
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    console.error(`pinpaint: ${error.message}`);
    return 1;
  }
}

async function look(client: ApiClient, editId: string): Promise<Carry> {
  const { id } = await client.post(`/edits/${editId}/carries`, { id: newId() }, carrySchema);
  const wanted = ({ state }: Carry) => state !== 'finding';
  return client.until(`/carries/${id}`, carrySchema, { wanted, limitMs: lookMs });
}

function chosen({ findings }: Carry, frames: string | undefined): readonly string[] {
  const numbers = frames?.split(',').map(Number);
  return findings
    .filter(({ state, number }) => state === 'found' && (!numbers || numbers.includes(number)))
    .map(({ frameId }) => frameId);
}

/** Until each edit has ended, and those that came to something are compared. */
function compared(client: ApiClient, carryId: string): Promise<Report> {
  const isDone = ({ edit, measured }: Report['frames'][number]) =>
    !edit || measured !== null || ['failed', 'cancelled', 'discarded'].includes(edit.state);
  return client.until(`/carries/${carryId}/report`, reportSchema, {
    wanted: ({ frames }) => frames.every(isDone),
    limitMs: runMs,
  });
}
