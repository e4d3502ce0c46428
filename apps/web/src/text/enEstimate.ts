import type { LimitScope, WantedBy } from '@pinpaint/domain';

/** Why an engine, how long, and under which limits: fetched with what shows it; the rest is in `en.ts`. */
export const enEstimate = {
  only: 'The only one connected that can',
  first: { usd: 'Cheapest that can', order: 'First in order at this price' },
  wanted: {
    'by-hand': 'Chosen by hand',
    'as-before': 'As in the edit it repeats',
    'as-carried': 'As in the frame it was carried from',
  } satisfies Record<WantedBy, string>,
  would: {
    usd: (name: string, usd: string) => `${name} would be ${usd}`,
    seconds: (name: string, time: string) => `${name} would take about ${time}`,
  },
  free: 'free',
  reason: (why: string, would: string) => `${why}; ${would}`,
  seconds: (n: string) => `${n} s`,
  learnt: (time: string, low: string, high: string, runs: number) =>
    `About ${time}, mostly ${low}–${high}: from its last ${runs} runs here`,
  announced: (time: string) => `${time} as announced: too few runs here yet`,
  scopes: {
    edit: 'One edit',
    'project-day': 'Project, 24 hours',
    project: 'Project, in all',
    'studio-day': 'Studio, 24 hours',
    'studio-month': 'Studio, 30 days',
  } satisfies Record<LimitScope, string>,
  spent: (spent: string, limit: string) => `${spent} of ${limit} spent`,
  upTo: (limit: string) => `up to ${limit}`,
  wouldExceed: (says: string) => `${says}: too little left`,
};
