import { hasMoved, type PointerNews, type Shape, type Tool } from './tool.ts';

/** A drag over a picture draws a rectangle. */
export const rectangleTool: Tool<PointerNews | null> = {
  idle: null,
  on(from, news) {
    if (news.kind === 'down') return { state: news.over.frameId ? news : null, wishes: [] };
    const frameId = from?.over.frameId;
    if (!frameId) return { state: null, wishes: [] };
    const shape: Shape = { kind: 'rectangle', from: from.board, to: news.board };
    if (news.kind === 'move') return { state: from, wishes: [{ kind: 'sketch', shape }] };
    const done = { kind: 'sketch', shape: null } as const;
    if (news.kind === 'cancel' || !hasMoved(from.at, news.at)) return { state: null, wishes: [done] };
    return { state: null, wishes: [done, { kind: 'draw', frameId, shape }] };
  },
};
