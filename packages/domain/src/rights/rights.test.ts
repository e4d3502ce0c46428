import { describe, expect, it } from 'vitest';
import {
  type Action,
  type ActorRole,
  actions,
  isDoneInArchive,
  may,
  mayChangeMember,
  roles,
} from './rights.ts';

const everyone: readonly ActorRole[] = [...roles, 'guest'];
const letters = { owner: 'O', admin: 'A', director: 'D', artist: 'R', client: 'C', viewer: 'V', guest: 'G' };

/** Written by hand, apart from the table under test, so that a slip in either shows. */
const expected: Record<Action, string> = {
  'studio.read': 'OADRCV',
  'studio.manage': 'OA',
  'member.read': 'OADRV',
  'member.manage': 'OA',
  'token.manage': 'OADRCV',
  'project.read': 'OADRCV',
  'project.create': 'OADR',
  'project.manage': 'OAD',
  'kit.read': 'OADRV',
  'kit.change': 'OADR',
  'board.read': 'OADRCV',
  'board.create': 'OADR',
  'board.manage': 'OADR',
  'room.read': 'OADRV',
  'room.write': 'OADR',
  'link.read': 'OADR',
  'link.manage': 'OADR',
  'frame.read': 'OADRCVG',
  'frame.upload': 'OADR',
  'frame.manage': 'OADR',
  'series.read': 'OADRV',
  'series.change': 'OADR',
  'pin.read': 'OADRCVG',
  'pin.place': 'OADRCG',
  'pin.comment': 'OADRCG',
  'pin.change': 'OADR',
  'pin.assign': 'OADR',
  'pin.decline': 'OADR',
  'pin.resolve': 'OADR',
  'pin.reopen': 'OADR',
  'lock.read': 'OADRV',
  'lock.set': 'OADR',
  'lock.remove': 'OADR',
  'edit.read': 'OADRV',
  'edit.estimate': 'OADR',
  'edit.start': 'OADR',
  'edit.cancel': 'OADR',
  'candidate.accept': 'OADR',
  'candidate.discard': 'OADR',
  'layer.change': 'OADR',
  'version.read': 'OADRCVG',
  'version.submit': 'OADR',
  'version.discard': 'OADR',
  'version.withdraw': 'OADR',
  'version.decide': 'OD',
  'version.signOff': 'CG',
  'rendition.read': 'OADRCVG',
  'rendition.make': 'OADR',
  'ledger.read': 'OADR',
  'event.read': 'OADRV',
  'worker.read': 'OADR',
  'worker.manage': 'OA',
};

describe('rights', () => {
  it.each(actions)('%s is granted to exactly the roles the studio agreed on', (action) => {
    const granted = everyone.filter((role) => may(role, action)).map((role) => letters[role]);
    expect(granted.join('')).toBe(expected[action]);
  });

  it('lets a viewer do nothing but read and keep tokens of their own', () => {
    const writes = actions.filter((action) => may('viewer', action) && !action.endsWith('.read'));
    expect(writes).toEqual(['token.manage']);
  });

  it('shows customers nothing of engines, queue, money or ledger', () => {
    const inside = /^(edit|candidate|layer|ledger|event|worker|lock)\./;
    for (const role of ['client', 'guest'] as const) {
      expect(actions.filter((action) => inside.test(action) && may(role, action))).toEqual([]);
    }
  });

  it('gives a guest no more than a client', () => {
    expect(actions.filter((action) => may('guest', action) && !may('client', action))).toEqual([]);
  });
});

it('lets an archived project be read, left, and taken out again, and nothing in it be changed', () => {
  const still = actions.filter((action) => isDoneInArchive(action) && !action.endsWith('.read'));
  expect(still).toEqual([
    'studio.manage',
    'member.manage',
    'token.manage',
    'project.create',
    'project.manage',
    'link.manage',
    'edit.estimate',
    'edit.cancel',
    'rendition.make',
    'worker.manage',
  ]);
  expect(actions.filter((action) => action.endsWith('.read') && !isDoneInArchive(action))).toEqual([]);
});

describe('changing a member', () => {
  it('lets an admin make an artist, but no owner', () => {
    expect(mayChangeMember('admin', null, 'artist')).toBe(true);
    expect(mayChangeMember('admin', 'artist', 'owner')).toBe(false);
    expect(mayChangeMember('admin', 'owner', null)).toBe(false);
  });

  it('lets an owner do either, and an artist neither', () => {
    expect(mayChangeMember('owner', 'owner', 'admin')).toBe(true);
    expect(mayChangeMember('artist', null, 'viewer')).toBe(false);
  });
});
