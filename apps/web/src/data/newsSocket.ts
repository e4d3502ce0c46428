import type { As } from './api.ts';
import { closeCodes } from './closeCodes.ts';

/** That something has changed, and nothing of what: whoever shows it asks the API. */
export type News = {
  readonly seq: number;
  readonly subject: string;
  readonly id: string;
  readonly kind: string;
};

/** `crowded`: this person has too many windows open, `full`: the server has. */
export type WithoutNews = 'offline' | 'crowded' | 'full';
export type NewsState = 'connecting' | 'live' | 'shut-out' | WithoutNews;

export type NewsOptions = {
  readonly as: As;
  readonly onNews: (news: readonly News[]) => void;
  /** Something may have been missed, or nobody knows: read everything again. */
  readonly onGap: () => void;
  readonly onState: (state: NewsState) => void;
};

/** As `packages/rooms` names it. */
const protocol = 'pinpaint.news.1';
const firstWaitMs = 500;
const longestWaitMs = 10_000;
/** Until somebody has closed a window. */
const noRoomWaitMs = 30_000;
/** More than this at once: it is cheaper to read all again than to look at each. */
const manyNews = 200;

/** Keeps a news socket open, going on after what was heard last. Returns what closes it for good. */
export function openNews({ as, onNews, onGap, onState }: NewsOptions): () => void {
  let socket: WebSocket | null = null;
  let upto: number | null = null;
  let waitMs = firstWaitMs;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  const connect = () => {
    const { protocol: scheme, host } = location;
    const query = as === 'guest' ? '?as=guest' : '';
    socket = new WebSocket(`${scheme.replace('http', 'ws')}//${host}/api/v1/news${query}`, protocol);
    socket.onopen = () => socket?.send(JSON.stringify({ after: upto ?? Number.MAX_SAFE_INTEGER }));
    socket.onmessage = ({ data }) => heard(JSON.parse(String(data)));
    socket.onclose = ({ code }) => lost(code);
  };
  const heard = (message: { upto: number; news: readonly News[] }) => {
    const isFirst = upto === null;
    upto = message.upto;
    waitMs = firstWaitMs;
    onState('live');
    // Between what the page has read and the first word of the socket, anything may have happened.
    if (isFirst || message.news.length >= manyNews) onGap();
    else if (message.news.length > 0) onNews(message.news);
  };
  const lost = (code: number) => {
    if (isOver) return;
    const state = stateAfter(code);
    onState(state);
    if (state === 'shut-out') return;
    timer = setTimeout(connect, state === 'offline' ? waitMs : noRoomWaitMs);
    waitMs = Math.min(longestWaitMs, waitMs * 2);
  };
  // The browser knows at once what a socket may take minutes to notice.
  const cutOff = () => onState('offline');
  const comeBack = () => {
    if (isOver) return;
    if (socket?.readyState === WebSocket.OPEN) return onState('live');
    clearTimeout(timer);
    waitMs = firstWaitMs;
    if (socket?.readyState !== WebSocket.CONNECTING) connect();
  };
  onState('connecting');
  connect();
  addEventListener('online', comeBack);
  addEventListener('offline', cutOff);
  return () => {
    isOver = true;
    clearTimeout(timer);
    removeEventListener('online', comeBack);
    removeEventListener('offline', cutOff);
    socket?.close();
  };
}

/** What to tell of a page that is not up to date; null: there is nothing to tell. */
export function withoutNews(state: NewsState): WithoutNews | null {
  return state === 'offline' || state === 'crowded' || state === 'full' ? state : null;
}

function stateAfter(code: number): NewsState {
  switch (code) {
    case closeCodes.notAdmitted:
    case closeCodes.forbidden:
      // Coming back is of no use.
      return 'shut-out';
    case closeCodes.tooManySockets:
      return 'crowded';
    case closeCodes.full:
      return 'full';
    default:
      return 'offline';
  }
}
