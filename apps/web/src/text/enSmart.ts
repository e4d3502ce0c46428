/** What the bar of Smart select says, and what finds the thing a pin points at, fetched with them; the rest is in `en.ts`. */
export const enSmart = {
  begin: 'Click what you mean, or drag a box round it.',
  looking: 'Looking…',
  lookingBy: (model: string) => `${model} is looking…`,
  seconds: (n: number) => `${n} s`,
  found: 'Alt‑click takes a part off.',
  foundBy: (model: string) => `Found by ${model}. Alt‑click takes a part off.`,
  /** Edges were looked for instead of the model. */
  instead: {
    nothing: 'The model found nothing there; this is by edges.',
    away: 'The model did not answer; this is by edges.',
  },
  insteadNothing: {
    nothing: 'Neither the model nor edges show a thing there. Drag a box round it.',
    away: 'The model did not answer, and nothing there has an edge of its own. Drag a box round it.',
  },
  by: 'Find by',
  edges: 'Edges',
  clicks: 'Clicks',
  add: 'Add',
  remove: 'Take off',
  leave: 'Leave',
  take: 'Make a pin',
  failures: {
    'select.nothing': 'Nothing with an edge of its own there. Drag a box round it.',
    'select.outside': 'That is beside the picture.',
    'select.too-small': 'That is too small. Zoom in and drag a box round it.',
    'select.unread': 'The picture could not be read. Try again.',
  },
  barePoint: 'The note points at a spot: a circle round it may change.',
  selectHere: 'Select what is here',
  selectedHere: 'The pin now holds what it points at.',
  failuresHere: {
    'select.nothing': 'Nothing with an edge of its own here. The circle stays.',
    'select.outside': 'The point is beside the picture. The circle stays.',
    'select.too-small': 'The picture is too small. The circle stays.',
    'select.unread': 'The picture could not be read. The circle stays; try again.',
  },
};
