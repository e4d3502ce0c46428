import { type BoardId, parseId } from '@pinpaint/domain';
import { headers } from 'next/headers.js';
import { notFound } from 'next/navigation.js';
import { Board } from '../../../board/Board.tsx';
import { requireSession } from '../../../signIn/requireSession.ts';
import { readTour, tourHeader } from '../../../tour/tour.ts';

type Params = Promise<{ readonly boardId: string }>;

export default async function BoardPage({ params }: { readonly params: Params }) {
  await requireSession();
  const boardId = parseId<BoardId>((await params).boardId);
  if (!boardId) notFound();
  const tour = readTour((await headers()).get(tourHeader));
  return <Board boardId={boardId} tour={tour?.boardId === boardId ? tour : null} />;
}
