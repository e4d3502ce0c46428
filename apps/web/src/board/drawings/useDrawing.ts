'use client';

import { type FrameId, newId } from '@pinpaint/domain';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { drawingEstimateSchema } from '../../api/schemas/drawing.ts';
import type { ApiError } from '../../data/ApiError.ts';
import { sessionApi } from '../../data/api.ts';
import type { Frame } from '../../data/types.ts';
import { useBoardContext } from '../state/BoardContext.tsx';
import { nameOfDrawing } from './nameOfDrawing.ts';
import { awaitDrawing } from './useDrawingNews.ts';

export type DrawingEstimate = z.output<typeof drawingEstimateSchema>;
export type DrawingWish = { readonly prompt: string; readonly aspect: string; readonly engine: string };

/** Who could draw in this shape, and for how much. */
export function useDrawingEstimate(aspect: string) {
  const { boardId } = useBoardContext();
  return useQuery({
    queryKey: ['estimate', 'drawing', boardId, aspect],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      sessionApi.get<DrawingEstimate>(
        `/boards/${boardId}/frames/drawn/estimate?aspect=${encodeURIComponent(aspect)}`,
        signal,
      ),
  });
}

export function useDraw(onDrawn: () => void) {
  const { boardId } = useBoardContext();
  const client = useQueryClient();
  return useMutation<Frame, ApiError, DrawingWish>({
    mutationFn: (wish) =>
      sessionApi.post(`/boards/${boardId}/frames/drawn`, {
        ...wish,
        id: newId<FrameId>(),
        name: nameOfDrawing(wish.prompt),
      }),
    onSuccess: async (frame) => {
      awaitDrawing(frame);
      await client.invalidateQueries({
        predicate: ({ queryKey: [word] }) => word === 'frames' || word === 'edits',
      });
      onDrawn();
    },
  });
}
