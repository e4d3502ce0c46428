import { type ComponentType, lazy } from 'react';

/** A part that is fetched when it is wanted; without a line it is left out, and the page goes on. */
export function optional<P extends object>(load: () => Promise<ComponentType<P>>) {
  return lazy<ComponentType<P>>(async () => ({ default: await load().catch(() => nothing) }));
}

const nothing = () => null;
