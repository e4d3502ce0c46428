/** Who may import whom, by folder; what is not here may not. docs: ARCHITECTURE.md has it as a picture. */
export const arrows: Readonly<Record<string, readonly string[]>> = {
  'packages/domain': [],
  'packages/imaging': ['packages/domain'],
  'packages/engines': ['packages/domain', 'packages/imaging'],
  'packages/pictures': ['packages/domain', 'packages/imaging'],
  'packages/board': ['packages/domain'],
  'packages/config': ['packages/domain'],
  'packages/db': ['packages/domain', 'packages/config'],
  'packages/storage': ['packages/domain', 'packages/config'],
  // Not engines: workers announce what theirs can do, and the domain computes estimates from that.
  'packages/actions': [
    'packages/domain',
    'packages/config',
    'packages/db',
    'packages/storage',
    'packages/imaging',
    // For a board's past alone, which is read where its log is written.
    'packages/rooms',
  ],
  'packages/rooms': ['packages/domain', 'packages/config', 'packages/board', 'packages/db'],
  'apps/web': everythingButEngines(),
  'apps/sync': everythingButEngines(),
  'apps/cli': everythingButEngines(),
  'apps/worker': [...everythingButEngines(), 'packages/engines'],
};

/** The browser runs these too, so they import no Node module. */
export const runsInBrowsers: ReadonlySet<string> = new Set([
  'packages/domain',
  'packages/imaging',
  'packages/board',
]);

function everythingButEngines(): string[] {
  return ['domain', 'imaging', 'pictures', 'board', 'config', 'db', 'storage', 'actions', 'rooms'].map(
    (name) => `packages/${name}`,
  );
}
