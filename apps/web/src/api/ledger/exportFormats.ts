import type { StoredEvent } from '@pinpaint/db';

type Pages = AsyncIterable<readonly StoredEvent[]>;

/** Ways to write the ledger down, a page of lines at a time. */
export const exportFormats = {
  jsonl: { mediaType: 'application/jsonl', write: asJsonLines },
  csv: { mediaType: 'text/csv', write: asCsv },
} as const;

async function* asJsonLines(pages: Pages): AsyncGenerator<string> {
  for await (const events of pages) yield events.map((event) => `${JSON.stringify(event)}\n`).join('');
}

async function* asCsv(pages: Pages): AsyncGenerator<string> {
  yield csvLine(Object.keys(csvColumns));
  for await (const events of pages) {
    yield events.map((event) => csvLine(Object.values(csvColumns).map((column) => column(event)))).join('');
  }
}

const csvColumns: Readonly<Record<string, (event: StoredEvent) => string | number>> = {
  seq: ({ seq }) => seq,
  at: ({ at }) => at,
  topic: ({ topic }) => topic,
  actorKind: ({ actor }) => actor.kind,
  actorId: ({ actor }) => actor.id,
  subjectKind: ({ subject }) => subject.kind,
  subjectId: ({ subject }) => subject.id,
  projectId: ({ projectId }) => projectId ?? '',
  boardId: ({ boardId }) => boardId ?? '',
  frameId: ({ frameId }) => frameId ?? '',
  payload: ({ payload }) => JSON.stringify(payload),
  prevHash: ({ prevHash }) => prevHash,
  hash: ({ hash }) => hash,
};

/** RFC 4180. No field begins with what a spreadsheet takes for a formula: they are ids, words of ours and JSON. */
function csvLine(fields: readonly (string | number)[]): string {
  return `${fields.map((field) => `"${String(field).replaceAll('"', '""')}"`).join(',')}\r\n`;
}
