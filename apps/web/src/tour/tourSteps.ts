import type { Pin, Version } from '../data/types.ts';

type Work = {
  readonly frameId: string;
  readonly pins: readonly Pin[];
  readonly versions: readonly Version[];
};

export type TourFacts = Work & {
  /** ISO. */
  readonly beganAt: string;
};

/** Which of the three steps are done, told by what is there and not by what was clicked. */
export function tourSteps({
  frameId,
  beganAt,
  pins,
  versions,
}: TourFacts): readonly [boolean, boolean, boolean] {
  const since = Date.parse(beganAt);
  const isNew = (at: string | null) => at !== null && Date.parse(at) >= since;
  const isCircled = pins.some(
    (pin) => pin.frameId === frameId && pin.by.kind === 'guest' && isNew(pin.createdAt),
  );
  const submitted = submittedOf(frameId, versions).filter(
    ({ state, submittedAt, decisions }) =>
      // What somebody began elsewhere is gone on with here.
      state === 'in_review' || isNew(submittedAt) || decisions.some(({ at }) => isNew(at)),
  );
  const isApproved = submitted.some(isFinal);
  return [isCircled || submitted.length > 0, submitted.length > 0, isApproved];
}

/** Nothing has been done to the picture: its first step can still be taken. */
export function isUntouched({ frameId, pins, versions }: Work): boolean {
  return (
    !pins.some((pin) => pin.frameId === frameId) &&
    !versions.some((version) => version.frameId === frameId && version.number > 1)
  );
}

/** Approved by somebody else, or on another day: its first step leads nowhere any more. */
export function isSpent(facts: TourFacts): boolean {
  const [isCircled] = tourSteps(facts);
  return !isCircled && submittedOf(facts.frameId, facts.versions).some(isFinal);
}

function submittedOf(frameId: string, versions: readonly Version[]): readonly Version[] {
  return versions.filter(({ frameId: of, number, submittedAt }) => {
    return of === frameId && number > 1 && submittedAt !== null;
  });
}

function isFinal({ state }: Version): boolean {
  return state === 'approved' || state === 'superseded';
}
