import { ApiError } from '../../data/ApiError.ts';
import type { Edit } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';

/** Why the server would not, in plain words; what has none of its own is said as the server says it. */
export function refusalText(error: unknown): string {
  if (!(error instanceof ApiError)) return texts.common.unreachable;
  return texts.edit.refusals[error.code] ?? error.message;
}

export function detailsOf(error: unknown): string {
  return error instanceof ApiError ? error.details : String(error);
}

/** What happened to an edit that failed: the worker's own sentence where it had one. */
export function failureText({ failure, attempts, timings }: Pick<Edit, 'failure' | 'attempts' | 'timings'>) {
  const { failures, tried } = texts.edit;
  const known: Readonly<Record<string, string>> = failures;
  const said = known[failure?.code ?? ''] ?? failure?.says ?? failures.other;
  const time = new Date(timings.endedAt ?? timings.createdAt).toLocaleTimeString(texts.language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return [said, tried(attempts, time)].filter(Boolean).join(' ');
}
