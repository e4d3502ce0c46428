import { expect, it } from 'vitest';
import { peopleHere } from './peopleHere.ts';

it('shows a person once however many windows they have, and not oneself', () => {
  const peers = [
    { clientId: 1, personId: 'director', name: 'Director' },
    { clientId: 2, personId: 'artist', name: 'Artist' },
    { clientId: 3, personId: 'director', name: 'Director' },
    { clientId: 4, personId: 'other', name: 'Director' },
  ];
  expect(peopleHere(peers, 'artist')).toEqual([
    { personId: 'director', name: 'Director', clientIds: [1, 3] },
    { personId: 'other', name: 'Director', clientIds: [4] },
  ]);
});
