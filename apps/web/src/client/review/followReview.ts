import { createStore, type StoreApi } from 'zustand/vanilla';
import { ApiError } from '../../data/ApiError.ts';
import type { Api } from '../../data/api.ts';
import { type News, openNews } from '../../data/newsSocket.ts';
import { readAll } from '../../data/readAll.ts';
import type { ClientPin, ClientVersion, Frame, Review } from '../../data/types.ts';
import { type ReviewState, stirredBy, unread, withPin } from './reviewState.ts';

export type FollowedReview = {
  readonly store: StoreApi<ReviewState>;
  readEverything(): Promise<void>;
  close(): void;
};

export type FollowOptions = {
  readonly api: Api;
  /** The line is there again, or for the first time. */
  readonly onLive: () => void;
  /** Whoever was let in is so no longer, or the link has closed. */
  readonly onShutOut: () => void;
};

/** Frames read at once: a phone's line is narrow, and the picture that is looked at goes first. */
const readsAtOnce = 4;

/** Reads what a link shows, and reads again what news say has changed. */
export function followReview({ api, onLive, onShutOut }: FollowOptions): FollowedReview {
  const store = createStore<ReviewState>(() => unread);
  const change = (to: (state: ReviewState) => ReviewState) => store.setState(to);
  /** Something could not be read that news spoke of: with the line back, all is read again. */
  let isBehind = false;

  const readFrame = async (frameId: string) => {
    const [pins, versions] = await Promise.all([
      readAll<ClientPin>(api, `/frames/${frameId}/pins`),
      api.get<{ items: readonly ClientVersion[] }>(`/frames/${frameId}/versions`),
    ]);
    change((state) => ({
      ...state,
      pins: { ...state.pins, [frameId]: pins },
      versions: { ...state.versions, [frameId]: versions.items },
    }));
  };
  const readEverything = () =>
    guarded(async () => {
      const { boards } = await api.get<Review>('/review');
      const lists = await Promise.all(boards.map(({ id }) => readAll<Frame>(api, `/boards/${id}/frames`)));
      const frames = lists.flat();
      change((state) => ({ ...state, frames, trouble: null }));
      const waiting = frames.filter(({ state }) => state === 'ready').map(({ id }) => id);
      const reader = async () => {
        for (let id = waiting.shift(); id; id = waiting.shift()) await readFrame(id);
      };
      await Promise.all(Array.from({ length: readsAtOnce }, reader));
    });
  const readPin = async (id: string) => {
    const pin = await api.get<ClientPin>(`/pins/${id}`);
    change((state) => withPin(state, pin));
  };
  const readVersion = async (id: string) => {
    const known = Object.values(store.getState().versions).flat();
    // One that has been shown may be shown no more: the list leaves it out, where asking for it is refused.
    const shown = known.find((one) => one.id === id);
    const version = shown ?? (await api.get<ClientVersion>(`/versions/${id}`).catch(nullIfGone));
    // Its pins too: what one is called depends on whether a version in review holds it.
    if (version) await readFrame(version.frameId);
  };
  const readAbout = ({ subject, id, kind }: News) => {
    if (subject === 'pin' && kind === 'commented') return change((state) => stirredBy(state, id));
    if (subject === 'pin') return guarded(() => readPin(id));
    if (subject === 'version') return guarded(() => readVersion(id));
    return subject === 'rendition' ? undefined : readEverything();
  };
  const guarded = async (read: () => Promise<void>) => {
    try {
      await read();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.status === 401 || error.status === 410) return onShutOut();
      isBehind = true;
      if (!store.getState().frames) change((state) => ({ ...state, trouble: error.details }));
    }
  };
  const close = openNews({
    as: 'guest',
    onGap: () => void readEverything(),
    onNews: (news) => {
      const once = new Map(news.map((one) => [`${one.subject} ${one.id} ${one.kind}`, one]));
      for (const one of once.values()) void readAbout(one);
    },
    onState: (state) => {
      const before = store.getState().news;
      change((all) => ({ ...all, news: state }));
      if (state === 'shut-out') onShutOut();
      if (state !== 'live' || before === 'live') return;
      onLive();
      if (isBehind) void readEverything();
      isBehind = false;
    },
  });
  void readEverything();
  return { store, readEverything, close };
}

function nullIfGone(error: unknown): null {
  if (error instanceof ApiError && error.status === 404) return null;
  throw error;
}
