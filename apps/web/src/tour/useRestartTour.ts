'use client';

import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query';
import { keepShown } from '../board/canvas/viewActions.ts';
import { useBoardContext } from '../board/state/BoardContext.tsx';
import { selectFrame } from '../board/state/changeState.ts';
import { useFrames, usePins, useVersions } from '../board/state/useBoardData.ts';
import { texts } from '../text/texts.ts';
import { toast } from '../ui/Toasts.tsx';
import { addFreshPicture } from './addFreshPicture.ts';
import { freshName } from './freshName.ts';
import { useTour } from './TourContext.tsx';
import { restartTour } from './tourState.ts';
import { isUntouched } from './tourSteps.ts';

const mutationKey = ['tour', 'restart'];

/** From its first step again: on the same picture while nobody has done anything to it, else on a fresh one. */
export function useRestartTour(): { readonly restart: () => void; readonly isOnItsWay: boolean } {
  const tour = useTour();
  const { store } = useBoardContext();
  const queries = useQueryClient();
  const { data: frames = [] } = useFrames();
  const { data: pins = [] } = usePins();
  const { data: versions = [] } = useVersions();
  const isOnItsWay = useIsMutating({ mutationKey }) > 0;
  const { mutate } = useMutation({
    mutationKey,
    mutationFn: addFreshPicture,
    onMutate: ({ name }) => toast({ says: texts.tour.freshOnItsWay(name) }),
    onSuccess: async (frameId, { boardId }) => {
      await queries.invalidateQueries({ queryKey: ['frames'] });
      restartTour({ boardId, frameId });
      selectFrame(store, frameId);
      await layOut();
      keepShown(store, frameId);
    },
    onError: () => toast({ says: texts.tour.noFreshPicture }),
  });
  const restart = () => {
    if (!tour || isOnItsWay) return;
    const { boardId, frameId, firstFrameId } = tour;
    const isThere = frames.some(({ id }) => id === frameId);
    if (isThere && isUntouched({ frameId, pins, versions })) return restartTour();
    const name = freshName(
      frames.find(({ id }) => id === firstFrameId)?.name ?? texts.tour.picture,
      frames.map(({ name: taken }) => taken),
    );
    mutate({ boardId, of: firstFrameId, name });
  };
  return { restart, isOnItsWay };
}

/** The phone comes back beside the board, which then has less room for the picture. */
async function layOut(): Promise<void> {
  for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
}
