import type { Version } from '../../../data/types.ts';

type Heard = Pick<Version, 'digest' | 'decisions'>;

/** What clients have said last to this very content, each once; first who wants changes. It moves nothing by itself. */
export function clientWords({ digest, decisions }: Heard): Version['decisions'] {
  const last = new Map(
    decisions.filter((word) => isClients(word) && word.digest === digest).map((word) => [word.by.id, word]),
  );
  return [...last.values()].toSorted((one, other) => Number(isAsking(other)) - Number(isAsking(one)));
}

/** A client wants something else, and nobody has decided yet. */
export function isAskedBack(version: Heard & Pick<Version, 'state'>): boolean {
  return version.state === 'in_review' && clientWords(version).some(isAsking);
}

type Word = Version['decisions'][number];

function isClients({ kind }: Word): boolean {
  return kind === 'sign_off' || kind === 'sign_off_changes';
}

function isAsking({ kind }: Word): boolean {
  return kind === 'sign_off_changes';
}
