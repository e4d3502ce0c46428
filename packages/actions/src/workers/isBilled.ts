import type { Cost } from '@pinpaint/domain';

/** A service bills what it has begun: such a run is never begun again by itself. */
export function isBilled({ estimate }: { readonly estimate: unknown }): boolean {
  return (estimate as { readonly region: Cost }).region.usd > 0;
}
