import type { Pin, Version } from '../data/types.ts';

export type TourFacts = {
  readonly frameId: string;
  /** ISO. */
  readonly beganAt: string;
  readonly pins: readonly Pin[];
  readonly versions: readonly Version[];
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
  const submitted = versions.filter(
    ({ frameId: of, number, submittedAt }) => of === frameId && number > 1 && isNew(submittedAt),
  );
  const isApproved = submitted.some(({ state }) => state === 'approved' || state === 'superseded');
  return [isCircled || submitted.length > 0, submitted.length > 0, isApproved];
}
