import { assertNever } from '../result.ts';
import type { LightChange, LightSide, Wish } from './intent.ts';

/** A wish in words a client would recognise, to show what was understood: “remove the spoon”. */
export function wishText(wish: Wish): string {
  switch (wish.kind) {
    case 'remove':
      return `remove ${wish.thing ?? 'what is marked'}`;
    case 'recolour':
      return `make ${wish.thing ?? 'what is marked'} ${wish.to.name}${wish.from ? ` instead of ${wish.from.name}` : ''}`;
    case 'relight':
      return `make ${wish.thing ?? 'what is marked'} ${lightText(wish)}`;
    case 'match':
      return `make ${wish.thing ?? 'what is marked'} match ${wish.like}`;
    case 'extend':
      return `extend the picture to ${wish.aspect.width}:${wish.aspect.height}${wish.removes ? ' and remove what is marked' : ''}`;
    case 'place':
      return `place ${wish.thing}`;
    case 'replace':
      return `replace ${wish.thing ?? 'what is marked'} by ${wish.by}`;
    case 'add':
      return `add ${wish.thing}`;
    default:
      return assertNever(wish);
  }
}

const lightWords = {
  warmth: ['cooler', 'warmer'],
  brightness: ['darker', 'brighter'],
  contrast: ['softer', 'richer in contrast'],
  saturation: ['less colourful', 'more colourful'],
} as const satisfies Record<keyof LightChange, readonly [less: string, more: string]>;

function lightText({ change, stops = 0, lightFrom }: Extract<Wish, { kind: 'relight' }>): string {
  const sides = Object.keys(lightWords) as (keyof LightChange)[];
  const words = sides
    .filter((side) => change[side] !== 0)
    .map((side) => `${amountText(Math.abs(change[side]))}${lightWords[side][change[side] > 0 ? 1 : 0]}`);
  const exposed = stops === 0 ? [] : [stopsText(stops)];
  const turned = lightFrom ? [`lit from ${sideText[lightFrom]}`] : [];
  return [...exposed, ...words, ...turned].join(' and ') || 'as it is';
}

function stopsText(stops: number): string {
  const count = Math.round(Math.abs(stops) * 100) / 100;
  return `${count} ${count === 1 ? 'stop' : 'stops'} ${stops > 0 ? 'brighter' : 'darker'}`;
}

const sideText = {
  left: 'the left',
  right: 'the right',
  top: 'above',
  bottom: 'below',
  'top-left': 'the upper left',
  'top-right': 'the upper right',
  'bottom-left': 'the lower left',
  'bottom-right': 'the lower right',
  front: 'the front',
} as const satisfies Record<LightSide, string>;

function amountText(amount: number): string {
  if (amount < 0.5) return 'a little ';
  return amount > 0.8 ? 'much ' : '';
}
