import { hasMoved, type PointerNews, type Tool } from './tool.ts';

/** A click drops a pin on a picture; who goes away with the button down has thought better of it. */
export const pinTool: Tool<PointerNews | null> = {
  idle: null,
  on(from, news) {
    if (news.kind === 'down') return { state: news.over.frameId ? news : null, wishes: [] };
    if (news.kind === 'move') return { state: from, wishes: [] };
    const frameId = from?.over.frameId;
    if (news.kind === 'cancel' || !frameId || hasMoved(from.at, news.at)) return { state: null, wishes: [] };
    return { state: null, wishes: [{ kind: 'draw', frameId, shape: { kind: 'point', at: from.board } }] };
  },
};
