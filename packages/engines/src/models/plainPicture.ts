import type { EngineCandidate, EngineRequest } from '../engine.ts';

type Colour = readonly [number, number, number];

/** A colour whose channels lie far apart, and what is to go from its middle: as far from it as from what faults give. */
const ground: Colour = [190, 120, 50];
const thing: Colour = [20, 200, 230];
const side = 64;
const half = 8;
/** A network isn't exact, and a fault is further off than this. */
const tolerance = 40;

/** What an answer looks like whose range, channels or mask are others than they are taken for. */
export type Fault = { readonly says: string; readonly looks: (ground: Colour) => Colour };

const black: Colour = [0, 0, 0];
const anyModel: readonly Fault[] = [
  { says: 'its channels are BGR, and RGB is wanted', looks: ([red, green, blue]) => [blue, green, red] },
];

/** By the range that an answer is read in. */
export const rangeFaults = {
  '0…255': [{ says: 'its values are 0…1 or −1…1, and 0…255 are wanted', looks: () => black }],
  '0…1': [
    { says: 'its values are 0…255, and 0…1 are wanted', looks: () => [255, 255, 255] },
    {
      says: 'its values are −1…1, and 0…1 are wanted',
      looks: (colour) => each(colour, (value) => Math.max(0, 2 * value - 255)),
    },
  ],
  '−1…1': [
    { says: 'its values are 0…255, and −1…1 are wanted', looks: () => [255, 255, 255] },
    {
      says: 'its values are 0…1, and −1…1 are wanted',
      looks: (colour) => each(colour, (value) => (value + 255) / 2),
    },
  ],
} as const satisfies Record<string, readonly Fault[]>;

const reversed = 'its mask is reversed: it keeps what it is to fill';
/** Where it is shown what is to go, and where that is blackened first. */
export const maskFaults = {
  shown: { says: reversed, looks: () => thing },
  blackened: { says: reversed, looks: () => black },
} as const satisfies Record<string, Fault>;

/** 64 × 64 of one colour, in its middle a square of another, which is to go. */
export function plainPicture(strength: number, middle: 'thing' | 'ground'): EngineRequest {
  const pixels = Array.from({ length: side * side }, (_, at) => isMiddle(at));
  const plane = (of: (isIn: boolean) => number): Uint8Array => Uint8Array.from(pixels, of);
  const colourOf = (isIn: boolean): Colour => (isIn && middle === 'thing' ? thing : ground);
  return {
    crop: { width: side, height: side, depth: 8, data: Uint8Array.from(pixels.flatMap(colourOf)) },
    permittedAlpha: plane((isIn) => (isIn ? 255 : 0)),
    region: plane((isIn) => (isIn ? 255 : 0)),
    known: plane(() => 255),
    locked: plane(() => 0),
    intent: { wish: { kind: 'remove', thing: null }, keep: [], confidence: 1 },
    note: '',
    seed: 1,
    strength,
    variants: 1,
  };
}

/** Why a plain picture did not come back as one; null: it did. */
export function faultOf(candidate: EngineCandidate | undefined, faults: readonly Fault[]): string | null {
  if (!candidate) return 'It gave no picture.';
  const came = meanInside(candidate);
  if (apart(came, ground) <= tolerance) return null;
  const likeliest = [...faults, ...anyModel]
    .map(({ says, looks }) => ({ says, off: apart(came, looks(ground)) }))
    .toSorted((one, other) => one.off - other.off)[0];
  const why = likeliest && likeliest.off <= tolerance ? likeliest.says : 'that is another picture';
  return `A picture of nothing but ${ground} came back as ${each(came, Math.round)}: ${why}.`;
}

function isMiddle(at: number): boolean {
  const [x, y] = [at % side, Math.floor(at / side)];
  return Math.max(Math.abs(x + 0.5 - side / 2), Math.abs(y + 0.5 - side / 2)) < half;
}

function meanInside({ patch }: EngineCandidate): Colour {
  const sums: [number, number, number] = [0, 0, 0];
  for (let at = 0; at < side * side; at++) {
    if (!isMiddle(at)) continue;
    for (const channel of [0, 1, 2] as const) sums[channel] += patch.data[at * 3 + channel] ?? 0;
  }
  return each(sums, (sum) => sum / (2 * half) ** 2);
}

function apart(one: Colour, other: Colour): number {
  return Math.max(...one.map((value, channel) => Math.abs(value - (other[channel] ?? 0))));
}

function each([red, green, blue]: Colour, of: (value: number) => number): Colour {
  return [of(red), of(green), of(blue)];
}
