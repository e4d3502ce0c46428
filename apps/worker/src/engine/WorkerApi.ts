import { traceparentNow } from '@pinpaint/config';
import type { EditId, EngineFacts, SelectionId, WorkerId } from '@pinpaint/domain';
import type { RunPreview } from '@pinpaint/engines';
import { z } from 'zod';

type Lease = { readonly editId: EditId; readonly epoch: number };

/** The API, as an engine worker speaks to it: HTTP and nothing else. */
export type WorkerApi = {
  announce(who: Announcement): Promise<void>;
  /** null: nothing came while it waited. */
  claim(waitSeconds: number, signal: AbortSignal): Promise<Claim | null>;
  request(lease: Lease, signal: AbortSignal): Promise<Uint8Array>;
  beat(lease: Lease, at: RunPlace): Promise<{ readonly stop: boolean }>;
  /** What the run looks like so far, as `smallPreview` made it. */
  preview(lease: Lease, preview: RunPreview): Promise<void>;
  answer(lease: Lease, answer: RunAnswer): Promise<void>;
  failure(lease: Lease, failure: RunFailure): Promise<void>;
  release(lease: Lease): Promise<void>;
  drain(): Promise<void>;
  /** null: nobody pointed at anything while it waited. */
  claimSelection(waitSeconds: number, signal: AbortSignal): Promise<ClaimedSelection | null>;
  /** RGB8, of the claim's size. */
  selectionPicture(id: SelectionId, signal: AbortSignal): Promise<Uint8Array>;
  answerSelection(id: SelectionId, answer: SelectionAnswer): Promise<void>;
  failSelection(id: SelectionId): Promise<void>;
};

type RunPlace = {
  /** 0…1. */
  readonly progress: number;
  /** How many come before it in a queue elsewhere; null: it doesn't wait in one. */
  readonly ahead: number | null;
};

type Announcement = {
  readonly name: string;
  readonly engines: readonly EngineFacts[];
  readonly segmenter: string | null;
};

type SelectionAnswer = { readonly mask: Uint8Array; readonly score: number };

type RunAnswer = {
  readonly parcel: Uint8Array<ArrayBuffer>;
  readonly engineMs: number;
  /** As a service billed it; undefined: as estimated. */
  readonly usd?: number | undefined;
};

type RunFailure = Pick<RunAnswer, 'usd'> & { readonly code: string; readonly says: string };

/** What the API said no with. `lease.lost` is the one that matters: somebody else has the edit, or nobody. */
export class WorkerApiError extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string) {
    super(`The API answered ${status} ${code}`);
    this.name = 'WorkerApiError';
    this.status = status;
    this.code = code;
  }
}

export type Claim = z.infer<typeof claimSchema> & {
  /** Of the request that asked for it; null: nobody traces. */
  readonly traceparent: string | null;
};

const claimSchema = z.object({
  editId: z.string().transform((id) => id as EditId),
  epoch: z.int(),
  leaseMs: z.number(),
  beatMs: z.number(),
  engine: z.string(),
  /** The engine reads it; the API has made it. */
  intent: z.custom<RunIntent>((value) => typeof value === 'object' && value !== null),
  note: z.string(),
  seed: z.int(),
  strength: z.number(),
  variants: z.int(),
  draws: z.object({ aspect: z.string(), width: z.int().positive(), height: z.int().positive() }).nullable(),
  /** Of the whole run, as its estimate says. */
  expectedSeconds: z.number(),
});

const pixel = z.object({ x: z.number(), y: z.number() });

export type ClaimedSelection = z.infer<typeof claimedSelectionSchema>;

const claimedSelectionSchema = z.object({
  selectionId: z.string().transform((id) => id as SelectionId),
  picture: z.string(),
  size: z.object({ width: z.int(), height: z.int() }),
  inside: z.array(pixel),
  outside: z.array(pixel),
  box: z.object({ from: pixel, to: pixel }).nullable(),
});

type RunIntent = import('@pinpaint/domain').Intent;

const beatSchema = z.object({ stop: z.boolean() });
const problemSchema = z.object({ code: z.string() });

/** Nothing takes longer that isn't a long poll; a beat that is late is as good as none. */
const answerMs = 10_000;
const transferMs = 120_000;

type ApiOptions = { readonly apiUrl: string; readonly token: string; readonly workerId: WorkerId };

export function connectApi({ apiUrl, token, workerId }: ApiOptions): WorkerApi {
  const base = `${apiUrl}/api/v1/worker`;

  async function ask(
    path: string,
    init: RequestInit,
    limitMs: number,
    signal?: AbortSignal,
  ): Promise<Response> {
    const limit = AbortSignal.timeout(limitMs);
    const traceparent = traceparentNow();
    const answer = await fetch(`${base}${path}`, {
      ...init,
      headers: {
        ...init.headers,
        authorization: `Bearer ${token}`,
        ...(traceparent && { traceparent }),
      },
      signal: signal ? AbortSignal.any([limit, signal]) : limit,
    });
    if (answer.ok) return answer;
    const problem = problemSchema.safeParse(await answer.json().catch(() => null));
    throw new WorkerApiError(answer.status, problem.success ? problem.data.code : 'unknown');
  }

  const post = (path: string, body: object, limitMs = answerMs, signal?: AbortSignal) =>
    ask(
      path,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ workerId, ...body }),
      },
      limitMs,
      signal,
    );

  const query = ({ epoch }: Lease) => `workerId=${workerId}&epoch=${epoch}`;

  return {
    async announce(who) {
      await post('/announce', who);
    },
    async claim(waitSeconds, signal) {
      const answer = await post('/claim', { waitSeconds }, waitSeconds * 1000 + answerMs, signal);
      if (answer.status === 204) return null;
      const traceparent = answer.headers.get('traceparent');
      return { ...claimSchema.parse(await answer.json()), traceparent };
    },
    async request(lease, signal) {
      const answer = await ask(`/edits/${lease.editId}/request?${query(lease)}`, {}, transferMs, signal);
      return new Uint8Array(await answer.arrayBuffer());
    },
    async beat({ editId, epoch }, at) {
      const answer = await post(`/edits/${editId}/heartbeat`, { epoch, ...at });
      return beatSchema.parse(await answer.json());
    },
    async preview(lease, { variant, bytes }) {
      await ask(
        `/edits/${lease.editId}/preview?${query(lease)}&variant=${variant}`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/octet-stream' },
          body: new Uint8Array(bytes),
        },
        answerMs,
      );
    },
    async answer(lease, { parcel, engineMs, usd }) {
      const billed = usd === undefined ? '' : `&usd=${usd}`;
      await ask(
        `/edits/${lease.editId}/answer?${query(lease)}&engineMs=${engineMs}${billed}`,
        { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: parcel },
        transferMs,
      );
    },
    async failure({ editId, epoch }, failure) {
      await post(`/edits/${editId}/failure`, { epoch, ...failure });
    },
    async release({ editId, epoch }) {
      await post(`/edits/${editId}/release`, { epoch });
    },
    async drain() {
      await post('/drain', {});
    },
    async claimSelection(waitSeconds, signal) {
      const answer = await post('/selections/claim', { waitSeconds }, waitSeconds * 1000 + answerMs, signal);
      return answer.status === 204 ? null : claimedSelectionSchema.parse(await answer.json());
    },
    async selectionPicture(id, signal) {
      const answer = await ask(`/selections/${id}/picture?workerId=${workerId}`, {}, answerMs, signal);
      return new Uint8Array(await answer.arrayBuffer());
    },
    async answerSelection(id, { mask, score }) {
      await ask(
        `/selections/${id}/answer?workerId=${workerId}&score=${score}`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/octet-stream' },
          body: new Uint8Array(mask),
        },
        answerMs,
      );
    },
    async failSelection(id) {
      await post(`/selections/${id}/failure`, {});
    },
  };
}
