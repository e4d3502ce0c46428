import type {
  Anchor,
  Aspect,
  Intent,
  IntentKind,
  LightChange,
  LightSide,
  NamedColour,
  Wish,
} from '@pinpaint/domain';

/** A reading while somebody changes it: every kind's fields at once, so that switching the kind loses none. */
export type ReadingDraft = {
  readonly kind: IntentKind;
  readonly thing: string;
  readonly by: string;
  /** Without a name, any colour. */
  readonly from: NamedColour;
  readonly to: NamedColour;
  readonly light: LightChange;
  readonly stops: number;
  /** null: where it comes from now. */
  readonly lightFrom: LightSide | null;
  /** Of what is to be matched, the colour it was named by; kept as it was read. */
  readonly colour: NamedColour | null;
  /** What is to be matched, as somebody has shown it. */
  readonly shown: Pick<Extract<Wish, { kind: 'match' }>, 'at' | 'picture'>;
  /** Of what is placed, as it was chosen and laid. */
  readonly placed: Pick<Extract<Wish, { kind: 'place' }>, 'artwork' | 'placement'>;
  readonly aspect: Aspect;
  readonly anchor: Anchor;
  /** Whether an extend removes what is marked too. */
  readonly removes: boolean;
  /** Separated by commas. */
  readonly keep: string;
};

export function draftOf({ wish, keep }: Intent): ReadingDraft {
  return {
    kind: wish?.kind ?? 'remove',
    thing: (wish && 'thing' in wish && wish.thing) || '',
    by: (wish?.kind === 'replace' && wish.by) || (wish?.kind === 'match' && wish.like) || '',
    stops: (wish?.kind === 'relight' && wish.stops) || 0,
    lightFrom: (wish?.kind === 'relight' && wish.lightFrom) || null,
    colour: (wish?.kind === 'match' && wish.colour) || null,
    shown:
      wish?.kind === 'match'
        ? { ...(wish.at && { at: wish.at }), ...(wish.picture && { picture: wish.picture }) }
        : {},
    placed:
      wish?.kind === 'place'
        ? {
            ...(wish.artwork && { artwork: wish.artwork }),
            ...(wish.placement && { placement: wish.placement }),
          }
        : {},
    from: (wish?.kind === 'recolour' && wish.from) || { name: '', hex: '#808080' },
    to: wish?.kind === 'recolour' ? wish.to : { name: 'blue', hex: '#1f4fd0' },
    light:
      wish?.kind === 'relight' ? wish.change : { warmth: 0.35, brightness: 0, contrast: 0, saturation: 0 },
    aspect: wish?.kind === 'extend' ? wish.aspect : { width: 16, height: 9 },
    anchor: wish?.kind === 'extend' ? wish.anchor : 'center',
    removes: (wish?.kind === 'extend' && wish.removes) || false,
    keep: keep.join(', '),
  };
}

/** What a person has said is certain. Null while something that the wish needs is missing. */
export function readingOfDraft(draft: ReadingDraft): Intent | null {
  const wish = wishOf(draft);
  const keep = draft.keep.split(',').map((thing) => thing.trim());
  return wish && { wish, keep: keep.filter(Boolean), confidence: 1 };
}

function wishOf({ kind, from, to, aspect, anchor, ...draft }: ReadingDraft): Wish | null {
  const thing = draft.thing.trim() || null;
  const by = draft.by.trim();
  switch (kind) {
    case 'remove':
      return { kind, thing };
    case 'recolour':
      return to.name.trim() ? { kind, thing, from: from.name.trim() ? from : null, to } : null;
    case 'relight':
      return relightOf(draft, thing);
    case 'match':
      return by ? matchOf(draft, { thing, like: by }) : null;
    case 'extend':
      return { kind, aspect, anchor, ...(draft.removes && { removes: true }) };
    case 'replace':
      return by ? { kind, thing, by } : null;
    case 'place':
      return thing ? { kind, thing, ...draft.placed } : null;
    case 'add':
      return thing ? { kind, thing } : null;
  }
}

function matchOf(
  { colour, shown }: Pick<ReadingDraft, 'colour' | 'shown'>,
  named: { readonly thing: string | null; readonly like: string },
): Wish {
  return { kind: 'match', ...named, ...(colour && { colour }), ...shown };
}

function relightOf(
  { light, stops, lightFrom }: Pick<ReadingDraft, 'light' | 'stops' | 'lightFrom'>,
  thing: string | null,
): Wish | null {
  const isAsked = stops !== 0 || lightFrom !== null || Object.values(light).some((amount) => amount !== 0);
  if (!isAsked) return null;
  const exposed = stops === 0 ? {} : { stops };
  return { kind: 'relight', thing, change: light, ...exposed, ...(lightFrom && { lightFrom }) };
}
