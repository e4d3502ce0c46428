'use client';

import { mayCause, versionCauses } from '@pinpaint/domain';
import { openCompare } from '../board/compare/openCompare.ts';
import { useBoard, useBoardContext } from '../board/state/BoardContext.tsx';
import { useVersions } from '../board/state/useBoardData.ts';
import { useMyRole } from '../board/state/useMyRole.ts';
import { texts } from '../text/texts.ts';
import { Button } from '../ui/Button.tsx';
import { RoleForm } from './RoleForm.tsx';

export type ToDecisionProps = { readonly boardId: string; readonly versionId: string };

/** The way to the last step: whoever may decide only has to look, anybody else becomes the director. */
export function ToDecision({ boardId, versionId }: ToDecisionProps) {
  const { store } = useBoardContext();
  const role = useMyRole();
  const { data: versions = [] } = useVersions();
  const isLooking = useBoard(({ compare }) => compare?.b === versionId);
  if (role === null || isLooking) return null;
  if (mayCause(role, versionCauses.approve)) {
    return (
      <Button look="primary" onClick={() => openCompare(store, versions, versionId)}>
        {texts.tour.lookAndDecide}
      </Button>
    );
  }
  return (
    <RoleForm person="director" goTo={`/boards/${boardId}?compare=${versionId}`}>
      <Button look="primary" type="submit">
        {texts.tour.continueAsDirector}
      </Button>
    </RoleForm>
  );
}
