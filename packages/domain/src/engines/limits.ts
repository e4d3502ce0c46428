/** Whose limit, and over what. A day is the last 24 hours and a month the last 30 days, in whatever zone one lives. */
export const limitScopes = ['edit', 'project-day', 'project', 'studio-day', 'studio-month'] as const;
export type LimitScope = (typeof limitScopes)[number];

/** What may be spent on edits there, and what has been; one edit by itself has spent nothing yet. */
export type SpendingLimit = {
  readonly of: LimitScope;
  readonly limitUsd: number;
  readonly spentUsd: number;
};

/**
 * The first limit that this much would go beyond; null when none. What costs nothing is never stopped: a limit is about
 * money. Compared in millionths, so that three times 0.1 is not more than 0.3.
 */
export function limitBeyond(limits: readonly SpendingLimit[], usd: number): SpendingLimit | null {
  if (usd === 0) return null;
  return limits.find(({ limitUsd, spentUsd }) => millionths(spentUsd + usd) > millionths(limitUsd)) ?? null;
}

function millionths(usd: number): number {
  return Math.round(usd * 1_000_000);
}
