import { type ActorRole, isDoneInArchive, may, newId, roles } from '@pinpaint/domain';
import { describe, expect, it } from 'vitest';
import type { TestApi } from '../openTestApi.ts';
import type { Place, RouteRights } from './routeRight.ts';

export type RightsTest = {
  readonly api: TestApi;
  readonly routes: RouteRights;
  /** What reads share. */
  readonly shared: Place;
  readonly make: Readonly<Record<string, () => Promise<Place>>>;
};

/** Tries every route as every role, through the real API: who may not has changed nothing, and who may has left an event. */
export function describeRights(test: RightsTest, tokenOf: (role: ActorRole) => string): void {
  describe.each([...roles, 'guest'] as const)('as %s', (role) => {
    it.each(Object.entries(test.routes))(
      '%s is what the table says',
      async (route, { action, movesNothing }) => {
        const { status, json, events } = await askRoute(test, route, tokenOf(role));
        if (may(role, action)) {
          expect(isLetIn(status, json?.code), `${route}: ${status} ${json?.code}`).toBe(true);
          if (!route.startsWith('GET') && !movesNothing) expect(events).toBeGreaterThan(0);
        } else {
          expect([403, 404], `${route} was ${status}`).toContain(status);
          expect(events).toBe(0);
        }
      },
    );
  });
}

/** To those from elsewhere nothing of the place exists: no route says a thing or changes one. */
export async function expectHidden(
  test: RightsTest,
  strangers: Readonly<Record<string, string>>,
): Promise<void> {
  const leaks: string[] = [];
  for (const [who, token] of Object.entries(strangers)) {
    for (const route of Object.keys(test.routes)) {
      const { status, json, events } = await askRoute(test, route, token);
      const isHidden = status === 404 && /\.not-found$/.test(json.code) && events === 0;
      if (!isHidden) leaks.push(`${who}: ${route} was ${status} ${json?.code}`);
    }
  }
  expect(leaks).toEqual([]);
}

/** Of an archived project all can be read, and what changes nothing can be done; all else is refused by one code. */
export function describeArchive(
  test: RightsTest,
  {
    tokenOf,
    archive,
  }: { tokenOf: (role: ActorRole) => string; archive: (archived: boolean) => Promise<void> },
): void {
  describe('in an archived project', () => {
    it.each(Object.entries(test.routes))('%s', async (route, { action }) => {
      const role = [...roles, 'guest' as const].find((one) => may(one, action)) ?? 'owner';
      const { status, json, events } = await askRoute(test, route, tokenOf(role), () => archive(true));
      await archive(false);
      if (isDoneInArchive(action)) expect(isLetIn(status, json?.code)).toBe(true);
      else expect([status, json.code, events]).toEqual([409, 'project.archived', 0]);
    });
  });
}

/** What exists in name only can't be sent, and no model answers here; but whoever hears that has been let in. */
function isLetIn(status: number, code: string | undefined): boolean {
  return status < 300 || code === 'blob.missing' || code === 'selection.no-segmenter';
}

async function askRoute(
  { api, routes, shared, make }: RightsTest,
  route: string,
  as: string,
  onceMade = async () => {},
) {
  const { changes, ask } = routes[route] ?? {};
  const made = changes ? await make[changes]?.() : {};
  if (!made) throw new Error(`Nobody makes the place “${changes}”`);
  const place: Place = { ...shared, ...made };
  const what = route
    .replace(/\{(\w+)\}/g, (_, name: string) => String(place[name]))
    .replace('id=new', `id=${newId()}`);
  await onceMade();
  // Of people, since beside them a renderer may be at work.
  const deeds = () => api.ctx.db.ledgerEvent.count({ where: { actorKind: { in: ['person', 'guest'] } } });
  const before = await deeds();
  const answer = await api.ask(what, { as, ...ask?.(place) });
  return { ...answer, events: (await deeds()) - before };
}
