const some = (n: number, one: string, many: string) => (n === 1 ? one : `${n} ${many}`);

/** What a board's history says. */
export const history = {
  title: 'History',
  lead: 'Where everything lay on this board. Pictures, pins and decisions have a history of their own.',
  close: 'Close the history',
  now: 'Now',
  nowLead: 'The board as everybody has it',
  list: 'What was done on this board, newest first',
  changes: 'Each change of it',
  empty: 'Nothing has been moved or drawn here yet',
  emptyLead: 'From the first change on, you can look at any moment of the board and bring it back.',
  older: 'Show older',
  today: 'Today',
  yesterday: 'Yesterday',
  notLoaded: 'The history could not be read',
  notLooked: 'This moment could not be read',
  asItWas: (when: string) => `Board as it was on ${when}`,
  kept: 'Pictures, pins and decisions stay as they are now.',
  restore: 'Restore',
  back: 'Back to now',
  mayNotRestore: 'You may look, not restore',
  restored: (when: string) => `Everything lies as on ${when}. Others see it too.`,
  same: 'Everything lies like that already.',
  nothing: 'Nothing that stayed',
  frames: {
    added: (n: number) => `placed ${some(n, 'a frame', 'frames')}`,
    changed: (n: number) => `moved ${some(n, 'a frame', 'frames')}`,
    removed: (n: number) => `let ${some(n, 'a frame', 'frames')} fall into place`,
  },
  groups: {
    added: (n: number) => `made ${some(n, 'a group', 'groups')}`,
    changed: (n: number) => `changed ${some(n, 'a group', 'groups')}`,
    removed: (n: number) => `took apart ${some(n, 'a group', 'groups')}`,
  },
  regions: {
    // Those that a pin was placed with; the pin's own thread tells of it.
    added: () => '',
    changed: (n: number) => `refined ${some(n, 'a region', 'regions')}`,
    removed: (n: number) => `took away ${some(n, 'a region', 'regions')}`,
  },
  strokes: {
    added: (n: number) => `brushed ${some(n, 'a stroke', 'strokes')}`,
    changed: (n: number) => `changed ${some(n, 'a stroke', 'strokes')}`,
    removed: (n: number) => `took away ${some(n, 'a stroke', 'strokes')}`,
  },
  stickies: {
    added: (n: number) => `wrote ${some(n, 'a sticky', 'stickies')}`,
    changed: (n: number) => `changed ${some(n, 'a sticky', 'stickies')}`,
    removed: (n: number) => `took away ${some(n, 'a sticky', 'stickies')}`,
  },
  drawings: {
    added: (n: number) => `drew ${some(n, 'a line', 'lines')}`,
    changed: (n: number) => `changed ${some(n, 'a line', 'lines')}`,
    removed: (n: number) => `took away ${some(n, 'a line', 'lines')}`,
  },
  storage: 'What this board takes',
  document: 'Document',
  past: 'History',
  of: (used: string, limit: string) => `${used} of ${limit}`,
  pictures: 'Pictures',
  size: (n: number, unit: 'kB' | 'MB' | 'GB') => `${n} ${unit}`,
};
