'use client';

import { Download, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { sessionApi } from '../../data/api.ts';
import type { Artwork } from '../../data/types.ts';
import { kitTexts } from '../../text/kitTexts.ts';
import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { refusalText } from '../edit/refusal.ts';
import { ArtworkThumb } from './ArtworkThumb.tsx';
import { RenameField } from './RenameField.tsx';
import { useKitChange } from './useKitChange.ts';

const words = kitTexts.kit;

export type ArtworkTileProps = { readonly artwork: Artwork; readonly mayChange: boolean };

/** An artwork with its name, and what can be done with it. */
export function ArtworkTile({ artwork, mayChange }: ArtworkTileProps) {
  const [doing, setDoing] = useState<'nothing' | 'rename' | 'remove'>('nothing');
  const change = useKitChange();
  const { id, name, width, height, mediaType } = artwork;
  const done = () => setDoing('nothing');
  const send = (what: () => Promise<unknown>) => change.mutate(what, { onSuccess: done });
  const items = [
    ...(mayChange ? [{ label: words.rename, icon: Pencil, onSelect: () => setDoing('rename') }] : []),
    {
      label: words.download,
      icon: Download,
      onSelect: () => location.assign(sessionApi.url(`/artworks/${id}/file`)),
    },
    ...(mayChange
      ? [{ label: words.remove, icon: Trash2, danger: true, onSelect: () => setDoing('remove') }]
      : []),
  ];
  return (
    <li className="min-w-0">
      <ArtworkThumb id={id} name="" className="h-24 w-full" />
      {doing === 'rename' ? (
        <RenameField
          name={name}
          isBusy={change.isPending}
          onSend={(next) => send(() => sessionApi.patch(`/artworks/${id}`, { name: next }))}
          onCancel={done}
        />
      ) : (
        <div className="mt-1 flex items-center gap-1">
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium text-12" title={name}>
              {name}
            </span>
            <span className="block truncate text-11 text-text-3">
              {words.size(width, height, mediaType === 'image/svg+xml')}
            </span>
          </span>
          <Menu items={items}>
            <IconButton icon={Ellipsis} label={words.more(name)} />
          </Menu>
        </div>
      )}
      {doing === 'remove' && (
        <div role="alertdialog" aria-label={words.removeAsk(name)} className="mt-1 grid gap-1.5 text-12">
          <p className="text-text-2">{words.removeAsk(name)}</p>
          <div className="flex flex-wrap gap-1.5">
            <Button
              look="danger"
              autoFocus
              disabled={change.isPending}
              onClick={() => send(() => sessionApi.delete(`/artworks/${id}`))}
            >
              {words.remove}
            </Button>
            <Button look="quiet" onClick={done}>
              {words.keepIt}
            </Button>
          </div>
        </div>
      )}
      {change.error && (
        <p role="alert" className="mt-1 text-12 text-danger">
          {refusalText(change.error) || texts.common.unreachable}
        </p>
      )}
    </li>
  );
}
