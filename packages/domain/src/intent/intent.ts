import type { FramePoint, Region } from '../geometry/region.ts';
import type { PlacedArtwork, Placement } from '../placement/placement.ts';

/** A colour a person named: its sRGB value, and the words it was named with. */
export type NamedColour = { readonly name: string; readonly hex: `#${string}` };

/** −1…1 each, 0 = leave; how far, not in which unit: the engine decides what 1 means and says so. */
export type LightChange = {
  /** + warmer (towards orange), − cooler (towards blue). */
  readonly warmth: number;
  /** + brighter, − darker. */
  readonly brightness: number;
  readonly contrast: number;
  readonly saturation: number;
};

/** Where the light on a thing is to come from, as one looks at the picture. */
export type LightSide =
  | 'left'
  | 'right'
  | 'top'
  | 'bottom'
  | 'top-left'
  | 'top-right'
  | 'bottom-left'
  | 'bottom-right'
  | 'front';

export type Anchor = 'center' | 'left' | 'right' | 'top' | 'bottom';

export type Aspect = { readonly width: number; readonly height: number };

export type IntentKind = 'remove' | 'recolour' | 'relight' | 'match' | 'extend' | 'place' | 'replace' | 'add';

/** A picture that hangs on a note, as an edit names it; the digest says which bytes were meant. */
export type ReferencePicture = {
  /** The attachment's. */
  readonly id: string;
  readonly name: string;
  /** SHA-256 of the file as it came. */
  readonly digest: string;
};

/** What a note asks for, in terms engines understand. */
export type Wish =
  | { readonly kind: 'remove'; readonly thing: string | null }
  | {
      readonly kind: 'recolour';
      readonly thing: string | null;
      readonly from: NamedColour | null;
      readonly to: NamedColour;
    }
  | {
      readonly kind: 'relight';
      readonly thing: string | null;
      readonly change: LightChange;
      /** Exposure as photographers count it: each doubles the light. −4…4, exact, beside `change`. */
      readonly stops?: number | undefined;
      readonly lightFrom?: LightSide | undefined;
    }
  | {
      /** To take on the colour and light of something else. */
      readonly kind: 'match';
      readonly thing: string | null;
      /** What that is, as it was named; the edit brings a sample of it. */
      readonly like: string;
      /** Which of its colours is meant: “the same red as …”. */
      readonly colour?: NamedColour | undefined;
      /** Where that lies on the same frame, in frame space. With neither this nor a picture nobody has shown it yet. */
      readonly at?: Region | undefined;
      /** A picture of it, instead of a place on the frame. */
      readonly picture?: ReferencePicture | undefined;
    }
  | {
      readonly kind: 'extend';
      readonly aspect: Aspect;
      readonly anchor: Anchor;
      /** Whether what is marked goes too, in the same edit. */
      readonly removes?: boolean | undefined;
    }
  | {
      readonly kind: 'place';
      readonly thing: string;
      /** Which of the brand kit's; without one nobody has chosen yet. */
      readonly artwork?: PlacedArtwork | undefined;
      /** Without one it lies as large as the region lets it, upright. */
      readonly placement?: Placement | undefined;
    }
  | { readonly kind: 'replace'; readonly thing: string | null; readonly by: string }
  | { readonly kind: 'add'; readonly thing: string };

/** A note as the machine read it. */
export type Intent = {
  /** null: the reader could not tell; a person chooses. */
  readonly wish: Wish | null;
  /** Things the note says to leave alone, as written. */
  readonly keep: readonly string[];
  /** 0…1; at or above `confidentReading` a policy may act on it by itself. */
  readonly confidence: number;
};

/** The spot a bare point would be given as a circle before it can be edited. */
export type PointSpot = { readonly centre: FramePoint; readonly radiusPx: number };
