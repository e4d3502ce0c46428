import type { Version } from '../../data/types.ts';

export type PairedVersion = Pick<Version, 'number' | 'state' | 'parentId'> & { readonly id: string };

/** A is the one before. */
export type VersionPair<V extends PairedVersion = PairedVersion> = { readonly a: V; readonly b: V };

/**
 * The pair somebody most likely wants to see: what waits for a decision, or the version they asked for,
 * against what it would replace.
 *
 * @param versions of one frame
 * @param versionId null: whichever has most to say
 * @returns null while there is nothing to hold against anything
 */
export function pairVersions<V extends PairedVersion>(
  versions: readonly V[],
  versionId: string | null = null,
): VersionPair<V> | null {
  const there = newestFirst(versions).filter(({ state, id }) => state !== 'discarded' || id === versionId);
  const chosen = there.find(({ id }) => id === versionId) ?? mostTelling(there);
  const partner = chosen && partnerOf(chosen, there);
  if (!chosen || !partner) return null;
  return partner.number < chosen.number ? { a: partner, b: chosen } : { a: chosen, b: partner };
}

/** What is in review comes first; v1, as it was uploaded, only if there is nothing else. */
function mostTelling<V extends PairedVersion>(versions: readonly V[]): V | undefined {
  const later = versions.filter(({ number }) => number > 1);
  return later.find(({ state }) => state === 'in_review') ?? later[0] ?? versions[0];
}

/** The last approved before it, else what it was made of, else the first; for the first, the newest. */
function partnerOf<V extends PairedVersion>(version: V, versions: readonly V[]): V | undefined {
  const before = versions.filter(({ number }) => number < version.number);
  return (
    before.find(({ state }) => state === 'approved') ??
    (version.state === 'approved' ? before.find(({ state }) => state === 'superseded') : undefined) ??
    before.find(({ id }) => id === version.parentId) ??
    before.at(-1) ??
    versions.find(({ id }) => id !== version.id)
  );
}

function newestFirst<V extends PairedVersion>(versions: readonly V[]): readonly V[] {
  return versions.toSorted((one, other) => other.number - one.number);
}
