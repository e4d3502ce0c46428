import { hasMoved, type PointerNews, type Shape, type Tool } from './tool.ts';

/** A click says what is meant, or with Alt what is not; a drag draws a box round it. */
export const smartTool: Tool<PointerNews | null> = {
  idle: null,
  on(from, news) {
    if (news.kind === 'down') return { state: news.over.frameId ? news : null, wishes: [] };
    const frameId = from?.over.frameId;
    if (!frameId) return { state: null, wishes: [] };
    const shape: Shape = { kind: 'rectangle', from: from.board, to: news.board };
    const isBox = hasMoved(from.at, news.at);
    if (news.kind === 'move') return { state: from, wishes: isBox ? [{ kind: 'sketch', shape }] : [] };
    const done = { kind: 'sketch', shape: null } as const;
    if (news.kind === 'cancel') return { state: null, wishes: [done] };
    if (isBox) return { state: null, wishes: [done, { kind: 'hint', frameId, hint: shape }] };
    const hint = { kind: from.takesOff ? 'remove' : 'add', at: from.board } as const;
    return { state: null, wishes: [done, { kind: 'hint', frameId, hint }] };
  },
};
