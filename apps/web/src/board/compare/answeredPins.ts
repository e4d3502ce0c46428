import { wishText } from '@pinpaint/domain';
import type { Pin, Version } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { newLayers } from '../panels/layers/layerCosts.ts';
import { isLockedThing } from '../state/useLockNames.ts';

type Layered = { readonly id: string } & Pick<Version, 'number' | 'state' | 'layers'>;

/** The layers a version brings beyond the newest approved one before it; all, if there is none. */
export function broughtLayers<V extends Layered>(version: V, versions: readonly V[]): V['layers'] {
  const before = versions
    .filter(
      ({ number, state }) => number < version.number && (state === 'approved' || state === 'superseded'),
    )
    .toSorted((one, other) => other.number - one.number)[0];
  return newLayers(version.layers, before?.layers ?? []).filter(({ visible }) => visible);
}

/** The pins those layers answer, by number. */
export function answeredPins(layers: Version['layers'], pins: readonly Pin[]): readonly Pin[] {
  const ids = new Set(layers.map(({ made }) => made.pinId));
  return pins.filter(({ id }) => ids.has(id)).toSorted((one, other) => one.number - other.number);
}

/**
 * “cobalt blue, fig untouched”: as the note was read, in few words. Of what it says to keep only what is locked: that is
 * counted, the rest nobody has looked at.
 */
export function answeredText(
  { reading: { wish, keep }, note }: Pick<Pin, 'reading' | 'note'>,
  locked: readonly string[],
): string {
  const short = wish?.kind === 'recolour' ? wish.to.name : wish && wishText(wish);
  return [
    short ?? note,
    ...keep
      .filter((thing) => isLockedThing(thing, locked))
      .map((thing) => texts.compare.facts.untouched(thing.replace(/^the /i, ''))),
  ].join(', ');
}
