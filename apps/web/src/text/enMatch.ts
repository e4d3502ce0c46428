/** What is said where somebody shows what a thing is to match, fetched with what shows it; the rest is in `en.ts`. */
export const enMatch = {
  title: 'What it is to match',
  unshown: (like: string) => `Nobody has shown what “${like}” looks like yet.`,
  point: 'Point at it',
  pointAgain: 'Point again',
  pointing: 'Drag round it on the picture.',
  pointingKeys: 'R and L change the shape, Enter takes the middle.',
  cancel: 'Cancel',
  place: 'The marked place on this picture',
  remove: 'Remove',
  pictures: 'Reference pictures of this note',
  add: 'Add a picture',
  adding: 'Adding …',
  label: 'Reference',
  notSaved: 'It was not saved.',
};
