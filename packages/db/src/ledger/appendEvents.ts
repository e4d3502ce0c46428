import { randomBytes } from 'node:crypto';
import { traceparentNow } from '@pinpaint/config';
import { eventHash, type LedgerEvent, newId, type StudioId, saltedHash } from '@pinpaint/domain';
import type { Tx } from '../createDb.ts';
import { newsChannel } from '../news/newsChannel.ts';
import type { Head } from '../writing.ts';
import type { Deed, DeedActor } from './deed.ts';

type Append = {
  readonly studioId: StudioId;
  readonly actor: DeedActor;
  readonly head: Head;
  readonly deeds: readonly Deed[];
};

/** Gives each deed its seq and hash, and wakes whoever listens. Only `writing` calls it: it holds the head's lock. */
export async function appendEvents(tx: Tx, { studioId, actor, head, deeds }: Append): Promise<void> {
  const at = new Date();
  const salts: { studioId: string; hash: string; salt: string; subjectId: string; field: string }[] = [];
  const rows = [];
  let { seq, hash } = head;
  const traceparent = traceparentNow();
  for (const deed of deeds) {
    seq += 1;
    const hashes: Record<string, string> = {};
    for (const [field, text] of Object.entries(deed.texts ?? {})) {
      const salt = randomBytes(16).toString('hex');
      hashes[field] = saltedHash(salt, text);
      salts.push({ studioId, hash: hashes[field], salt, subjectId: deed.subject.id, field });
    }
    const event: LedgerEvent = {
      studioId,
      seq,
      id: newId(),
      at: at.toISOString(),
      topic: deed.topic,
      actor,
      subject: deed.subject,
      projectId: deed.scope?.projectId ?? null,
      boardId: deed.scope?.boardId ?? null,
      frameId: deed.scope?.frameId ?? null,
      payload: { ...deed.payload, ...(salts.length > 0 && deed.texts ? { hashes } : {}) },
    };
    const prevHash = hash;
    hash = eventHash(prevHash, event);
    const { actor: by, subject, ...rest } = event;
    rows.push({
      ...rest,
      at,
      actorKind: by.kind,
      actorId: by.id,
      subjectKind: subject.kind,
      subjectId: subject.id,
      payload: event.payload as object,
      prevHash,
      hash,
      traceparent,
    });
  }
  await tx.ledgerEvent.createMany({ data: rows });
  if (salts.length > 0) await tx.textSalt.createMany({ data: salts });
  await tx.$executeRaw`UPDATE ledger_head SET seq = ${seq}, hash = ${hash} WHERE studio_id = ${studioId}::uuid`;
  await tx.$executeRaw`SELECT pg_notify(${newsChannel}, ${studioId})`;
}
