import type { BoardView, FramePlace } from '@pinpaint/board';
import type {
  EditId,
  FrameId,
  Intent,
  PinId,
  PixelRect,
  PixelSize,
  PlacedArtwork,
  Placement,
  Region,
} from '@pinpaint/domain';
import type { SelectHints } from '@pinpaint/imaging';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BoardRect, Camera, ViewSize } from '../canvas/camera.ts';

export const toolNames = ['select', 'hand', 'pin', 'rectangle', 'lasso', 'smart', 'lock'] as const;
export type ToolName = (typeof toolNames)[number];

export const panelTabs = ['pins', 'layers', 'versions', 'series', 'queue'] as const;
export type PanelTab = (typeof panelTabs)[number];

/** What picture stands in a frame; `now` is its draft, or its newest version when nobody works on it. */
export type Shown =
  | { readonly kind: 'now' }
  | { readonly kind: 'version'; readonly versionId: string }
  | { readonly kind: 'candidate'; readonly candidateId: string }
  /** Until the draft is known to hold the layer that came of it. */
  | { readonly kind: 'taken'; readonly candidateId: string; readonly editId: string };

/** What has just been drawn and waits for words (a pin's note, a lock's name). */
export type Drawn = {
  readonly purpose: 'pin' | 'lock';
  readonly frameId: FrameId;
  readonly region: Region;
  /** Of a lasso: its line is to be moved to the edges near it. */
  readonly snaps?: boolean;
  /** By Smart select: it lies on edges already. */
  readonly isFound?: boolean;
};

/** What Smart select was shown so far. */
export type Smart = { readonly frameId: FrameId; readonly hints: SelectHints };

/** How the permitted alpha of the selected pin is tried out; null is what the server takes by itself. */
export type MaskTrial = { readonly growPx: number | null; readonly featherPx: number | null };

export const compareModes = ['slider', 'side', 'onion', 'difference', 'flicker'] as const;
export type CompareMode = (typeof compareModes)[number];

/** Version ids; A is the one before. */
export type Compare = {
  readonly frameId: FrameId;
  readonly a: string;
  readonly b: string;
  readonly mode: CompareMode;
};

/** Why the room does not let this screen in, where a person should know it. */
export type ShutOut =
  /** The board holds as much as it can. */
  | 'full'
  /** More than is taken at once. */
  | 'tooLarge'
  | 'notTaken'
  /** This person has too many open. */
  | 'windows'
  | 'studio'
  | 'server'
  /** Too much came from here. */
  | 'pause'
  /** This screen does not keep up with the others. */
  | 'slow';

export type SavedState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** The server takes no changes for now; they stay here until it does. */
  | { readonly kind: 'held' }
  | { readonly kind: 'offline'; readonly waiting: number }
  | { readonly kind: 'shut-out'; readonly why: ShutOut; readonly waiting: number };

export type Peer = {
  /** Of one window; a person may have several. */
  readonly clientId: number;
  readonly personId: string;
  readonly name: string;
  readonly cursor: { readonly x: number; readonly y: number } | null;
  readonly frameId: FrameId | null;
  /** The part of the board on their screen, for who follows them. */
  readonly seen: BoardRect | null;
};

/** An artwork that is being placed for the selected pin. */
export type Placing = {
  readonly pinId: PinId;
  readonly frameId: FrameId;
  readonly artwork: PlacedArtwork & PixelSize & { readonly mediaType: string };
  readonly placement: Placement;
  /** What an edit is started with; null while it can't lie so. */
  readonly start: { readonly intent: Intent; readonly region: Region } | null;
};

/** What a frame's picture will cover once it is extended, in frame space. */
export type Grown = {
  readonly frameId: FrameId;
  readonly rect: PixelRect;
  /** A candidate of it stands in the frame: it covers that now. */
  readonly isShown: boolean;
};

/** What the selected pin is to match, while its panel shows that. */
export type Matching = {
  readonly frameId: FrameId;
  readonly at: Region | null;
  /** While somebody points at it: what is drawn next on this frame is it, and no pin. */
  readonly onDrawn: ((region: Region) => void) | null;
};

/** Something sent to the server that it has not answered yet; offline it waits here, and on this device. */
export type Waiting = {
  /** The thing's own id, so that sending twice makes one. */
  readonly id: string;
  readonly kind: 'pin' | 'lock';
  readonly frameId: FrameId;
  readonly region: Region;
  /** A pin's note, a lock's name. */
  readonly words: string;
  readonly at: string;
};

/** Why this screen shows no living board: one's place here has ended, or the board's. */
export type Closed = 'left' | 'signed-out' | 'gone';

/** A moment of the board's history that is looked at instead of now. */
type Past = { readonly seq: number; readonly at: string; readonly view: BoardView };

/** What one screen of a board shows just now. What the board holds lies in its document and on the server. */
export type BoardState = {
  readonly tool: ToolName;
  readonly frameId: FrameId | null;
  /** More than one while several frames are moved together. */
  readonly alsoSelected: readonly FrameId[];
  readonly pinId: PinId | null;
  readonly tab: PanelTab;
  /** The edit that is being carried to its series. */
  readonly carriedEditId: EditId | null;
  readonly shown: Readonly<Record<string, Shown>>;
  /** X is held: the picture before the newest change. */
  readonly holdsBefore: boolean;
  /** Q: marching ants and wash of the selected pin's permitted alpha. */
  readonly showsMask: boolean;
  readonly trial: MaskTrial;
  readonly drawn: Drawn | null;
  readonly smart: Smart | null;
  /** Smart select: clicks take off without Alt, for fingers. */
  readonly takesOff: boolean;
  /** Smart select: not by the server's model, also where it has one. */
  readonly findsByEdges: boolean;
  readonly compare: Compare | null;
  readonly placing: Placing | null;
  readonly matching: Matching | null;
  readonly showsKit: boolean;
  readonly showsHistory: boolean;
  readonly past: Past | null;
  /** Of which frame one looks at how it was drawn from words. */
  readonly drawing: FrameId | null;
  /** Written by the canvas, read by what is anchored to pictures. */
  readonly camera: Camera;
  readonly view: ViewSize;
  /** How much of the canvas lies under a sheet, on a small screen. */
  readonly covered: { readonly right: number; readonly bottom: number };
  /** Where all frames lie, those too that nobody has placed. */
  readonly places: ReadonlyMap<FrameId, FramePlace>;
  /** What each frame's picture covers, in frame space. */
  readonly bounds: ReadonlyMap<FrameId, PixelRect>;
  /** What the selected pin makes larger. */
  readonly grown: Grown | null;
  /** Written by the canvas: the path of what it has drawn topmost in the selected frame. */
  readonly topDrawn: string | null;
  /** Written by the edit panel, read by what must not lie under it; null while there is none. */
  readonly editPanelHeight: number | null;
  readonly saved: SavedState;
  readonly waiting: readonly Waiting[];
  /** What the server would not take, and why, until it is read. */
  readonly refused: { readonly waiting: Waiting; readonly says: string } | null;
  /** Whether the room has told where frames lie. */
  readonly isInRoom: boolean;
  /** As the room's pass says; until there is one, nobody writes. */
  readonly access: 'unknown' | 'read' | 'write';
  readonly closed: Closed | null;
  readonly peers: readonly Peer[];
  readonly following: number | null;
};

export type BoardStore = StoreApi<BoardState>;

export function createBoardStore(): BoardStore {
  return createStore<BoardState>(() => ({
    tool: 'select',
    frameId: null,
    alsoSelected: [],
    pinId: null,
    tab: 'pins',
    carriedEditId: null,
    shown: {},
    holdsBefore: false,
    showsMask: true,
    trial: { growPx: null, featherPx: null },
    drawn: null,
    smart: null,
    takesOff: false,
    findsByEdges: false,
    compare: null,
    placing: null,
    matching: null,
    showsKit: false,
    showsHistory: false,
    past: null,
    drawing: null,
    camera: { x: 0, y: 0, scale: 0.25 },
    view: { width: 0, height: 0 },
    covered: { right: 0, bottom: 0 },
    places: new Map(),
    bounds: new Map(),
    grown: null,
    topDrawn: null,
    editPanelHeight: null,
    saved: { kind: 'saved' },
    waiting: [],
    refused: null,
    isInRoom: false,
    access: 'unknown',
    closed: null,
    peers: [],
    following: null,
  }));
}

/** Nobody changes what was. */
export function looksOnly({ access, past }: BoardState): boolean {
  return access === 'read' || past !== null;
}
