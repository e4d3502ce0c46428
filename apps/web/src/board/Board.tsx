'use client';

import type { BoardId } from '@pinpaint/domain';
import { SessionQueries } from '../data/SessionQueries.tsx';
import { TourProvider } from '../tour/TourContext.tsx';
import type { Tour } from '../tour/tour.ts';
import { BoardScreen } from './BoardScreen.tsx';
import { SessionProvider } from './room/SessionContext.tsx';
import { BoardProvider } from './state/BoardContext.tsx';

export type BoardProps = {
  readonly boardId: BoardId;
  /** null: nobody is led through this board. */
  readonly tour: Tour | null;
};

export function Board({ boardId, tour }: BoardProps) {
  return (
    <SessionQueries>
      <BoardProvider boardId={boardId}>
        <SessionProvider>
          <TourProvider tour={tour}>
            <BoardScreen />
          </TourProvider>
        </SessionProvider>
      </BoardProvider>
    </SessionQueries>
  );
}
