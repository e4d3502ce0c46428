/** What a member of a studio may be. */
export const roles = ['owner', 'admin', 'director', 'artist', 'client', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** Who may ask for something: a member, or a guest who came through a review link. */
export type ActorRole = Role | 'guest';

const everybody = ['owner', 'admin', 'director', 'artist', 'client', 'viewer', 'guest'] as const;
const members = ['owner', 'admin', 'director', 'artist', 'client', 'viewer'] as const;
/** Those of the studio's own house; they alone see engines, queue and money. */
const house = ['owner', 'admin', 'director', 'artist', 'viewer'] as const;
/** Those who make pictures. */
const makers = ['owner', 'admin', 'director', 'artist'] as const;
const leads = ['owner', 'admin', 'director'] as const;
const keepers = ['owner', 'admin'] as const;
const deciders = ['owner', 'director'] as const;
/** Those the work is for, with an account or through a link. */
const customers = ['client', 'guest'] as const;
const noters = [...makers, ...customers] as const;

/**
 * Every action × who may do it. A right says what a role may do in its studio; for a guest it
 * counts only inside the link, which the actions check where the data is.
 */
export const rights = {
  'studio.read': members,
  'studio.manage': keepers,
  'member.read': house,
  'member.manage': keepers,
  /** One's own tokens; a token never may more than the member it belongs to. */
  'token.manage': members,
  'project.read': members,
  'project.create': makers,
  /** Includes its policy: what may start by itself, and for how much. */
  'project.manage': leads,
  /** The brand's artworks and colours; customers see them in the pictures only. */
  'kit.read': house,
  'kit.change': makers,
  'board.read': members,
  'board.create': makers,
  'board.manage': makers,
  /** The living document of a board and who is at it just now. */
  'room.read': house,
  'room.write': makers,
  'link.read': makers,
  'link.manage': makers,
  'frame.read': everybody,
  'frame.upload': makers,
  'frame.manage': makers,
  /** Which frames belong together, in which order. */
  'series.read': house,
  'series.change': makers,
  'pin.read': everybody,
  'pin.place': noters,
  'pin.comment': noters,
  'pin.change': makers,
  'pin.assign': makers,
  'pin.decline': makers,
  'pin.resolve': makers,
  'pin.reopen': makers,
  'lock.read': house,
  'lock.set': makers,
  'lock.remove': makers,
  'edit.read': house,
  'edit.estimate': makers,
  'edit.start': makers,
  'edit.cancel': makers,
  'candidate.accept': makers,
  'candidate.discard': makers,
  'layer.change': makers,
  'version.read': everybody,
  'version.submit': makers,
  'version.discard': makers,
  'version.withdraw': makers,
  'version.decide': deciders,
  /** Recorded beside the version; it moves nothing. */
  'version.signOff': customers,
  'rendition.read': everybody,
  'rendition.make': makers,
  'ledger.read': makers,
  'event.read': house,
  'worker.read': makers,
  'worker.manage': keepers,
} as const satisfies Record<string, readonly ActorRole[]>;

export type Action = keyof typeof rights;
export const actions = Object.keys(rights) as readonly Action[];

export function may(role: ActorRole, action: Action): boolean {
  const allowed: readonly ActorRole[] = rights[action];
  return allowed.includes(role);
}

/** Done to what lies in a project. */
const changesProject: ReadonlySet<Action> = new Set([
  'kit.change',
  'board.create',
  'board.manage',
  'room.write',
  'frame.upload',
  'frame.manage',
  'series.change',
  'pin.place',
  'pin.comment',
  'pin.change',
  'pin.assign',
  'pin.decline',
  'pin.resolve',
  'pin.reopen',
  'lock.set',
  'lock.remove',
  'edit.start',
  'candidate.accept',
  'candidate.discard',
  'layer.change',
  'version.submit',
  'version.discard',
  'version.withdraw',
  'version.decide',
  'version.signOff',
]);

/**
 * Whether an archived project still lets it be done. It can be read and exported, what runs in it can be
 * ended, people and links can be let go, and it can be taken out of the archive.
 */
export function isDoneInArchive(action: Action): boolean {
  return !changesProject.has(action);
}

/**
 * Whether `by` may turn a member's role `from` into `to` (null: not a member). Only an owner makes or
 * unmakes an owner; otherwise an admin could take a studio over.
 */
export function mayChangeMember(by: ActorRole, from: Role | null, to: Role | null): boolean {
  if (!may(by, 'member.manage')) return false;
  return by === 'owner' || (from !== 'owner' && to !== 'owner');
}
