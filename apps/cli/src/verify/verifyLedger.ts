import { type ChainHead, type SealedEvent, verifyChain } from '@pinpaint/domain';
import { z } from 'zod';
import type { ApiClient } from '../api/ApiClient.ts';
import type { Checked } from './verify.ts';

const pageSize = 200;

/** The hash is taken of every field, so one that was changed in any of them shows; their types are the compiler's matter. */
const event = z
  .looseObject({
    studioId: z.string(),
    seq: z.number().int(),
    prevHash: z.string(),
    hash: z.string(),
    actor: z.looseObject({ kind: z.string(), id: z.string() }),
    subject: z.looseObject({ kind: z.string(), id: z.string() }),
  })
  .transform((sealed) => sealed as unknown as SealedEvent);

const page = z.object({ items: z.array(event), next: z.number().int().nullable() });

/** Reads the studio's events in pages and recomputes each hash from the one before. */
export async function verifyLedger(client: ApiClient): Promise<Checked> {
  let head: ChainHead | null = null;
  for (let after: number | null = 0; after !== null; ) {
    const { items, next }: z.output<typeof page> = await client.get(
      `/ledger?after=${after}&limit=${pageSize}`,
      page,
    );
    const checked = verifyChain(items, head ?? undefined);
    if (!checked.ok) {
      const { seq, code } = checked.error;
      return { holds: false, says: `The ledger does not hold: at event ${seq}, ${reasons[code]}.` };
    }
    head = checked.value;
    after = next;
  }
  if (!head) return { holds: false, says: 'There is no event to verify.' };
  const says = `The ledger holds: ${head.seq} events, each sealed over the one before; the last hash is ${head.hash}.`;
  return { holds: true, says };
}

const reasons = {
  'ledger.gap':
    'an event is missing, doubled or out of its order; or the token’s person sees only some projects, and a chain is whole only in a whole studio',
  'ledger.unlinked': 'an event does not follow from the one before',
  'ledger.changed': 'an event is not what was once sealed',
  'ledger.wrong-studio': 'an event belongs to another studio',
} as const;
