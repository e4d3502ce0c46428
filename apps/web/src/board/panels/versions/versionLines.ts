import type { Version } from '../../../data/types.ts';
import { texts } from '../../../text/texts.ts';
import { timeAgo } from '../../../ui/timeAgo.ts';
import { engineTitle } from '../../edit/engineTitle.ts';

type Lined = Pick<
  Version,
  'number' | 'state' | 'layers' | 'decisions' | 'createdAt' | 'submittedAt' | 'submittedBy'
>;
type Around = { readonly versions: readonly Lined[]; readonly now: Date; readonly isDrawn: boolean };

/** Who and when, and what of. */
export function versionLines(version: Lined, around: Around): readonly string[] {
  return [whoAndWhen(version, around), whatOf(version, around)].filter((line) => line !== '');
}

/** Who had the last word, else who submitted it. */
function whoAndWhen(
  { state, decisions, submittedBy, submittedAt, createdAt, layers }: Lined,
  { now }: Around,
): string {
  if (state === 'draft') {
    const last = layers.at(-1)?.made;
    if (!last) return texts.versions.workedOn;
    return texts.versions.who(last.by.name ?? texts.common.somebody, timeAgo(last.at, now));
  }
  const decision = decisions.findLast(({ kind }) => kind === 'approve' || kind === 'request_changes');
  const when = timeAgo(decision?.at ?? submittedAt ?? createdAt, now);
  const who = decision ? (decision.by.name ?? texts.common.somebody) : submittedBy?.name;
  return who ? texts.versions.who(who, when) : when;
}

function whatOf({ number, state, layers }: Lined, { versions, isDrawn }: Around): string {
  const next = state === 'superseded' && nextApproved(number, versions);
  if (next) return texts.versions.replacedBy(texts.versions.name(next.number));
  const last = layers.filter(({ visible }) => visible).at(-1);
  if (!last) return number === 1 ? texts.versions[isDrawn ? 'drawn' : 'uploaded'] : '';
  const { engine, pinNumber } = last.made;
  const says = texts.layers.madeBy(engineTitle(engine), pinNumber, '').replace(' · ', ', ');
  return texts.versions.layers(layers.filter(({ visible }) => visible).length, says);
}

/** The first that was approved after it, whatever has become of that since. */
function nextApproved(number: number, versions: readonly Lined[]): Lined | undefined {
  return versions
    .filter((other) => other.number > number && (other.state === 'approved' || other.state === 'superseded'))
    .toSorted((one, other) => one.number - other.number)[0];
}
