import type { EditId, EngineFacts, WorkerId } from '@pinpaint/domain';
import { newId } from '@pinpaint/domain';
import { encodeAnswer, type RequestPlanes, readRequest } from '@pinpaint/pictures/parcel';
import type { Answer, TestApi } from './openTestApi.ts';
import { until } from './until.ts';

export const testEngine: EngineFacts = {
  name: 'test-tint',
  version: '1',
  kinds: ['recolour', 'relight', 'match', 'remove', 'extend'],
  nativeSizes: [],
  maxPixels: 1_000_000_000,
  seconds: { base: 1, perMegapixel: 1 },
  usd: { perRun: 0, perMegapixel: 0 },
};

export type TestLease = { readonly editId: EditId; readonly epoch: number };

/** A worker that speaks the protocol by hand, and so can lie. */
/** What an engine says of its run. */
type TestRun = { readonly engineMs?: number; readonly usd?: number };

export type TestWorker = {
  readonly id: WorkerId;
  announce(engines?: readonly EngineFacts[], name?: string, segmenter?: string): Promise<Answer>;
  claim(waitSeconds?: number): Promise<Answer>;
  /** Claims until it has an edit. */
  take(): Promise<TestLease>;
  planes(lease: TestLease): Promise<RequestPlanes>;
  answer(lease: TestLease, parcel: Uint8Array<ArrayBuffer>, ran?: TestRun): Promise<Answer>;
  beat(lease: TestLease, progress?: number): Promise<Answer>;
  preview(lease: TestLease, picture: Uint8Array<ArrayBuffer>, variant?: number): Promise<Answer>;
  say(path: string, json: object): Promise<Answer>;
};

export function aWorker(api: TestApi, token: string): TestWorker {
  const id = newId<WorkerId>();
  const say = (path: string, json: object) =>
    api.ask(`POST /worker/${path}`, { as: token, json: { workerId: id, ...json } });
  const query = ({ epoch }: TestLease) => `workerId=${id}&epoch=${epoch}`;
  return {
    id,
    say,
    announce: (engines = [testEngine], name = 'test', segmenter) =>
      say('announce', { name, engines, segmenter: segmenter ?? null }),
    claim: (waitSeconds = 0) => say('claim', { waitSeconds }),
    take: () =>
      until('there is an edit to take', async () => {
        const { status, json } = await say('claim', { waitSeconds: 20 });
        // No content: a busy machine prepares it still.
        if (status !== 200 && status !== 204) throw new Error(`No edit: ${status} ${JSON.stringify(json)}`);
        return json;
      }),
    async planes(lease) {
      const answer = await api.fetch(`GET /worker/edits/${lease.editId}/request?${query(lease)}`, {
        as: token,
      });
      const planes = readRequest(new Uint8Array(await answer.arrayBuffer()));
      if (!planes.ok) throw new Error(planes.error.code);
      return planes.value;
    },
    answer: (lease, parcel, { engineMs = 5, usd } = {}) => {
      const billed = usd === undefined ? '' : `&usd=${usd}`;
      return api.ask(
        `POST /worker/edits/${lease.editId}/answer?${query(lease)}&engineMs=${engineMs}${billed}`,
        {
          as: token,
          body: parcel,
          headers: { 'content-type': 'application/octet-stream' },
        },
      );
    },
    preview: (lease, picture, variant = 0) =>
      api.ask(`POST /worker/edits/${lease.editId}/preview?${query(lease)}&variant=${variant}`, {
        as: token,
        body: picture,
        headers: { 'content-type': 'application/octet-stream' },
      }),
    beat: ({ editId, epoch }, progress = 0.5) => say(`edits/${editId}/heartbeat`, { epoch, progress }),
  };
}

/** What an honest engine answers: the crop's colours turned round, as far as that is permitted. */
export function honestAnswer({ crop, permitted }: RequestPlanes, variants = 1): Uint8Array<ArrayBuffer> {
  if (crop.depth !== 8) throw new Error('The test engine does 8 bits');
  const patch = { ...crop, data: crop.data.map((sample) => 255 - sample) };
  return encodeAnswer(
    Array.from({ length: variants }, (_, i) => ({
      patch,
      usedAlpha: permitted,
      seed: 7 + i,
      figures: { unmatched: 0 },
    })),
  );
}
