import type { Cost } from '@pinpaint/domain';

type Billed = { readonly estimate: unknown; readonly cost: unknown };

/** For the ledger: what a run was billed, and by how much that is more than what its limits were held against. */
export function billedPayload({ estimate, cost }: Billed): {
  readonly usd?: number;
  readonly beyondUsd?: number;
} {
  if (!cost) return {};
  const { usd } = cost as Cost;
  const beyond = usd - (estimate as { readonly region: Cost }).region.usd;
  const beyondUsd = Math.round(beyond * 1e6) / 1e6;
  return beyondUsd > 0 ? { usd, beyondUsd } : { usd };
}
