import { hasMoved, type PointerNews, rectBetween, type Step, type Tool } from './tool.ts';

type Select = { readonly kind: 'idle' } | Pressed;
type Pressed = { readonly kind: 'pressed' | 'moving' | 'marquee'; readonly from: PointerNews };

const idle: Select = { kind: 'idle' };

/** Click selects, drag moves what is selected, drag on the empty board chooses what lies in a rectangle. */
export const selectTool: Tool<Select> = {
  idle,
  on(state, news) {
    if (news.kind === 'down') return press(news);
    if (state.kind === 'idle') return { state, wishes: [] };
    if (news.kind === 'cancel')
      return { state: idle, wishes: [{ kind: 'marquee', rect: null }, { kind: 'unmove' }] };
    return news.kind === 'move' ? drag(state, news) : release(state, news);
  },
};

function press(from: PointerNews): Step<Select> {
  const { pinId, frameId } = from.over;
  if (pinId && frameId) return { state: idle, wishes: [{ kind: 'select-pin', pinId, frameId }] };
  const state = { kind: 'pressed', from } as const;
  return { state, wishes: frameId ? [{ kind: 'select', frameId, adds: from.adds }] : [] };
}

function drag(state: Pressed, news: PointerNews): Step<Select> {
  const { from } = state;
  if (state.kind === 'pressed' && !hasMoved(from.at, news.at)) return { state, wishes: [] };
  if (from.over.frameId) return { state: { kind: 'moving', from }, wishes: [move(from, news, false)] };
  return {
    state: { kind: 'marquee', from },
    wishes: [{ kind: 'marquee', rect: rectBetween(from.at, news.at) }],
  };
}

function release({ kind, from }: Pressed, news: PointerNews): Step<Select> {
  if (kind === 'moving') return { state: idle, wishes: [move(from, news, true)] };
  if (kind === 'marquee') {
    const chosen = { kind: 'choose', rect: rectBetween(from.at, news.at), adds: from.adds } as const;
    return { state: idle, wishes: [{ kind: 'marquee', rect: null }, chosen] };
  }
  if (from.over.frameId || from.adds) return { state: idle, wishes: [] };
  return { state: idle, wishes: [{ kind: 'select', frameId: null, adds: false }] };
}

function move(from: PointerNews, to: PointerNews, isDone: boolean) {
  return { kind: 'move', dx: to.board.x - from.board.x, dy: to.board.y - from.board.y, isDone } as const;
}
