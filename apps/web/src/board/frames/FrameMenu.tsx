'use client';

import type { FrameId } from '@pinpaint/domain';
import { useQueryClient } from '@tanstack/react-query';
import { CopyPlus, Ellipsis, Eye, Maximize, Pencil, Trash2 } from 'lucide-react';
import { Suspense, useState } from 'react';
import { sessionApi } from '../../data/api.ts';
import type { Frame } from '../../data/types.ts';
import { texts } from '../../text/texts.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { optional } from '../../ui/optional.ts';
import { toast } from '../../ui/Toasts.tsx';
import { showFrames } from '../canvas/viewActions.ts';
import { useDerive } from '../series/useDerive.ts';
import { useBoardContext } from '../state/BoardContext.tsx';
import { selectFrame } from '../state/changeState.ts';
import { useMay } from '../state/useMay.ts';

const words = texts.board;
const RenameFrame = optional(async () => (await import('./RenameFrame.tsx')).RenameFrame);

export function FrameMenu({ frame }: { readonly frame: Frame }) {
  const { store } = useBoardContext();
  const mayManage = useMay('frame.manage');
  const remove = useRemove(frame);
  const [isRenaming, setIsRenaming] = useState(false);
  const frameId = frame.id as FrameId;
  const show = {
    label: words.showFrame,
    icon: Maximize,
    keys: '2',
    onSelect: () => {
      selectFrame(store, frameId);
      showFrames(store, [frameId]);
    },
  };
  const rename = { label: words.rename, icon: Pencil, onSelect: () => setIsRenaming(true) };
  const how = { label: words.howDrawn, icon: Eye, onSelect: () => store.setState({ drawing: frameId }) };
  const first = frame.drawing ? [show, how] : [show];
  const derive = { label: words.deriveFrame, icon: CopyPlus, onSelect: useDerive(frame) };
  const takeOff = { label: words.removeFrame, icon: Trash2, danger: true, onSelect: remove };
  return (
    <span onPointerDown={(event) => event.stopPropagation()}>
      <Menu items={mayManage ? [...first, rename, derive, takeOff] : first}>
        <IconButton
          icon={Ellipsis}
          label={words.frameMenu(frame.name)}
          className="size-6 text-on-surround-2 hover:text-text"
        />
      </Menu>
      {isRenaming && (
        <Suspense>
          <RenameFrame frame={frame} onClose={() => setIsRenaming(false)} />
        </Suspense>
      )}
    </span>
  );
}

/** For a while it can be put back. */
function useRemove({ id, name }: Frame): () => void {
  const { store } = useBoardContext();
  const queries = useQueryClient();
  const archive = async (archived: boolean) => {
    const putBack = { undo: () => void archive(false), about: id };
    try {
      await sessionApi.patch(`/frames/${id}`, { archived });
      if (archived) toast({ says: words.removed(name), ...putBack });
    } catch {
      if (archived) toast({ says: words.notRemoved(name), about: id });
      else toast({ says: words.notPutBack(name), ...putBack });
    }
    await queries.invalidateQueries({ queryKey: ['frames'] });
  };
  return () => {
    if (store.getState().frameId === id) selectFrame(store, null);
    toast({ says: words.removing(name), about: id });
    void archive(true);
  };
}
