import type { IncomingMessage } from 'node:http';
import { roomProtocol } from '@pinpaint/board';
import type { BoardId, Failure, Result, StudioId } from '@pinpaint/domain';
import type { FeedReader } from '../news/follow.ts';
import { roomsPath } from '../sockets/attachSockets.ts';
import { offeredToken } from '../sockets/offeredToken.ts';
import type { PresentPerson } from './presence.ts';

/** Somebody who may enter a board's room; `@pinpaint/actions` makes them. */
export interface RoomReader extends FeedReader {
  readonly studioId: StudioId;
  readonly boardId: BoardId;
  /** When what they came with ends by itself; null: never. */
  readonly endsAt: Date | null;
  /** As who others see them; null: as whoever they say. */
  readonly person: PresentPerson | null;
  /** Asks anew, each time, what they may; fails when they may not even look. */
  access(): Promise<Result<'read' | 'write', Failure>>;
}

/** Who comes with a request; null: nobody who may. */
export type Door = (request: IncomingMessage) => Promise<RoomReader | null>;

/** Whose pass it is, if it is for this board. */
export type PassOf = (pass: string, boardId: string) => Promise<Result<RoomReader, Failure>>;

/** For the room that a request's path names, by the pass that it offers as a sub-protocol. */
export function passDoor(admit: PassOf): Door {
  return async (request) => {
    const pass = offeredToken(request, roomProtocol);
    const boardId = boardOf(request.url ?? '');
    const admitted = pass && boardId ? await admit(pass, boardId) : null;
    return admitted?.ok ? admitted.value : null;
  };
}

function boardOf(url: string): string | null {
  const [path = ''] = url.split('?', 1);
  return path.startsWith(`${roomsPath}/board/`) ? path.slice(`${roomsPath}/board/`.length) : null;
}
