/** The fixtures on the demo board, in the order people see them. Licences: fixtures/LICENSES.md. */
export const demoPictures = [
  { file: 'fig-bowl.jpg', name: 'Fig bowl' },
  { file: 'coffee.png', name: 'Coffee' },
  { file: 'astronaut.png', name: 'Portrait' },
  { file: 'aitzgorri.jpg', name: 'Hills' },
  { file: 'friends.jpg', name: 'Dogs' },
  { file: 'seeding.jpg', name: 'Meadow' },
] as const;
