import { type Action, newId, type PinId } from '@pinpaint/domain';
import type { Ask } from '../openTestApi.ts';

/** What fills a route's `{names}`, and what a request may say. */
export type Place = Readonly<Record<string, string | number>>;

export type RouteRight = {
  readonly action: Action;
  /** The kind of place that is made anew for each who asks, since the route changes it. A read shares one. */
  readonly changes?: string;
  /** Of a POST that only computes, or brings bytes that nothing speaks of yet: it owes the ledger no event. */
  readonly movesNothing?: true;
  readonly ask?: (place: Place) => Ask;
};

/** By method and path as in the API's document, `new` being a new id; what follows a `?` tells two cases of a route apart. */
export type RouteRights = Readonly<Record<string, RouteRight>>;

export function read(action: Action): RouteRight {
  return { action };
}

/** A route that needs nothing but its right, as one that makes something. */
export function making(action: Action, body: (place: Place) => object = newThing): RouteRight {
  return { action, ask: json(body) };
}

export function asking(action: Action, body: (place: Place) => object): RouteRight {
  return { action, movesNothing: true, ask: json(body) };
}

export function changing(action: Action, changes: string, body?: (place: Place) => object): RouteRight {
  return { action, changes, ...(body ? { ask: json(body) } : {}) };
}

export function newThing() {
  return { id: newId<PinId>(), name: 'new' };
}

function json(body: (place: Place) => object) {
  return (place: Place): Ask => ({ json: body(place) });
}
