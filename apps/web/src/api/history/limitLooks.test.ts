import type { PersonActor } from '@pinpaint/actions';
import { newId, type PersonId, type StudioId } from '@pinpaint/domain';
import { expect, it } from 'vitest';
import { limitLooks } from './limitLooks.ts';

function aPerson(): PersonActor {
  const studioId = newId<StudioId>();
  return {
    kind: 'person',
    studioId,
    personId: newId<PersonId>(),
    studioRole: 'artist',
    projectRoles: new Map(),
  };
}

it('lets a person look four times a second, with a minute’s looks in store', () => {
  let now = 0;
  const countLook = limitLooks({ now: () => new Date(now) });
  const [often, seldom] = [aPerson(), aPerson()];
  for (let n = 0; n < 240; n += 1) countLook(often);
  expect(() => countLook(often)).toThrow('history.too-many-looks');
  countLook(seldom);
  now += 250;
  countLook(often);
  expect(() => countLook(often)).toThrow('history.too-many-looks');
});
