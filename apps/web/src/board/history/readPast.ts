import { type BoardView, readBoard } from '@pinpaint/board';
import * as Y from 'yjs';
import { ApiError } from '../../data/ApiError.ts';
import { sessionApi } from '../../data/api.ts';
import { sharedTexts as texts } from '../../text/clientTexts.ts';

/** A board as it was, read from a document of its own: never put into the living one. */
export async function readPast(boardId: string, seq: number, signal: AbortSignal): Promise<BoardView> {
  const url = sessionApi.url(`/boards/${boardId}/history/${seq}`);
  const answer = await fetch(url, { signal }).catch(() => null);
  // Somebody goes on to the next moment before this one is there: the server need not make it.
  signal.throwIfAborted();
  if (!answer) throw new ApiError(0, 'http.unreachable', texts.common.unreachable);
  if (!answer.ok) {
    const { code, title } = (await answer.json()) as { readonly code: string; readonly title: string };
    throw new ApiError(answer.status, code, title);
  }
  const doc = new Y.Doc();
  Y.applyUpdate(doc, new Uint8Array(await answer.arrayBuffer()));
  return readBoard(doc);
}
