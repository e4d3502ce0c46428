'use client';

import { newId } from '@pinpaint/domain';
import { Ellipsis, Pencil, Ungroup } from 'lucide-react';
import { useState } from 'react';
import type { Series } from '../../data/types.ts';
import { seriesTexts as words } from '../../text/seriesTexts.ts';
import { texts } from '../../text/texts.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { NameDialog } from '../../ui/NameDialog.tsx';
import { toast } from '../../ui/Toasts.tsx';
import { refusalText } from '../edit/refusal.ts';
import { useMay } from '../state/useMay.ts';
import { useSeriesChanges } from './useSeriesChanges.ts';

/** Its name, and what can be done with all of it. */
export function SeriesHead({ series }: { readonly series: Series }) {
  const { id, name, projectId, frames } = series;
  const mayChange = useMay('series.change');
  const [isRenaming, setIsRenaming] = useState(false);
  const { mutate, error, isPending } = useSeriesChanges();
  const takeApart = () => {
    mutate({ do: 'remove', id });
    // A new one of the same pictures in the same order.
    const frameIds = frames.map(({ frameId }) => frameId);
    const undo = () => mutate({ do: 'make', id: newId(), projectId, name, frameIds });
    toast({ says: words.takenApart(name), undo });
  };
  return (
    <header className="flex min-h-11 items-center gap-2 border-line border-b py-2 pr-2 pl-3.5">
      <h2 title={name} className="min-w-0 truncate font-semibold text-13">
        {name}
      </h2>
      <span className="num shrink-0 text-12 text-text-3">{words.pictures(frames.length)}</span>
      <span className="flex-1" />
      {mayChange && (
        <Menu
          items={[
            { label: words.rename, icon: Pencil, onSelect: () => setIsRenaming(true) },
            { label: words.takeApart, icon: Ungroup, danger: true, onSelect: takeApart },
          ]}
        >
          <IconButton icon={Ellipsis} label={words.more(name)} />
        </Menu>
      )}
      {isRenaming && (
        <NameDialog
          title={words.renameTitle}
          label={words.name}
          name={name}
          verb={texts.common.save}
          isBusy={isPending}
          problem={error && refusalText(error)}
          onSend={(next) =>
            mutate({ do: 'rename', id, name: next }, { onSuccess: () => setIsRenaming(false) })
          }
          onClose={() => setIsRenaming(false)}
        />
      )}
    </header>
  );
}
