'use client';

import { useState } from 'react';
import type { Frame, Version } from '../../../data/types.ts';
import { texts } from '../../../text/texts.ts';
import { EmptyTab } from '../EmptyTab.tsx';
import { LayerProblem } from './LayerProblem.tsx';
import { LayerRow } from './LayerRow.tsx';
import { OriginalRow } from './OriginalRow.tsx';
import { RemovedRow } from './RemovedRow.tsx';
import { moveTo } from './reorder.ts';
import { useLayerChanges } from './useLayerChanges.ts';
import { useRemoval } from './useRemoval.ts';

export type LayerListProps = {
  readonly version: Version;
  readonly frame: Frame;
  /** It is a draft, and whoever looks may change it. */
  readonly isOpen: boolean;
};

/** Top to bottom, as they lie; the original below them all. */
export function LayerList({ version, frame, isOpen }: LayerListProps) {
  const changes = useLayerChanges(version);
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [said, say] = useState('');
  const layers = version.layers.toReversed();

  const move = (from: number, to: number) => {
    const moved = moveTo(layers, from, to);
    const layer = layers[from];
    const place = moved.findIndex(({ id }) => id === layer?.id);
    if (!layer || place === from) return;
    changes.change({ kind: 'order', order: moved.toReversed().map(({ id }) => id) });
    say(texts.layers.reordered(layer.name, place + 1, layers.length));
  };
  const removal = useRemoval(changes);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      {changes.error && <LayerProblem error={changes.error} onClose={changes.forgetError} />}
      {layers.length === 0 && <EmptyTab title={texts.layers.empty} lead={texts.layers.emptyLead} />}
      <ol>
        {layers.map((layer, place) =>
          removal.pending.has(layer.id) ? (
            <RemovedRow key={layer.id} name={layer.name} onUndo={() => removal.undo(layer.id)} />
          ) : (
            <LayerRow
              key={layer.id}
              layer={layer}
              version={version}
              place={place}
              count={layers.length}
              isOpen={isOpen}
              isTarget={over === place && dragged !== null && dragged !== place}
              changes={changes}
              onMove={(to) => move(place, to)}
              onRemove={() => removal.begin(layer)}
              onDrag={() => setDragged(place)}
              onOver={() => setOver(place)}
              onDrop={() => {
                if (dragged !== null) move(dragged, place);
              }}
              onEnd={() => {
                setDragged(null);
                setOver(null);
              }}
            />
          ),
        )}
        <OriginalRow frame={frame} />
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  );
}
