'use client';

import type { EditId, FrameId, PinId } from '@pinpaint/domain';
import {
  ArrowDown,
  ArrowUp,
  Ellipsis,
  Eye,
  EyeOff,
  MapPin,
  Pencil,
  RotateCw,
  Trash2,
  Waypoints,
} from 'lucide-react';
import { type DragEvent, type KeyboardEvent, useState } from 'react';
import type { Version } from '../../../data/types.ts';
import { texts } from '../../../text/texts.ts';
import { Amount } from '../../../ui/Amount.tsx';
import { classes } from '../../../ui/classes.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Menu, type MenuItem } from '../../../ui/Menu.tsx';
import { money } from '../../../ui/numbers.ts';
import { engineTitle } from '../../edit/engineTitle.ts';
import { useBoardContext } from '../../state/BoardContext.tsx';
import { carryEdit, selectPin } from '../../state/changeState.ts';
import { BaseMoved } from './BaseMoved.tsx';
import { LayerThumb } from './LayerThumb.tsx';
import type { Layer, LayerSet } from './layerChange.ts';
import { RenameLayer } from './RenameLayer.tsx';
import { type LayerChanges, useRerun } from './useLayerChanges.ts';

export type LayerRowProps = {
  readonly layer: Layer;
  readonly version: Version;
  /** From the top, 0 first. */
  readonly place: number;
  readonly count: number;
  readonly isOpen: boolean;
  /** What is dragged would come here. */
  readonly isTarget: boolean;
  readonly changes: LayerChanges;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
  readonly onDrag: () => void;
  readonly onOver: () => void;
  readonly onDrop: () => void;
  readonly onEnd: () => void;
};

export function LayerRow(props: LayerRowProps) {
  const { layer, version, place, isOpen, isTarget, changes, onMove } = props;
  const { id, name, visible, opacity, made, baseMoved } = layer;
  const rerun = useRerun();
  const [isRenaming, setRenaming] = useState(false);
  const set = (to: LayerSet) => ({ kind: 'set', layerId: id, to }) as const;
  const startRenaming = () => isOpen && setRenaming(true);
  /** Before the menu's button hears of it, which an arrow key opens. */
  const press = (event: KeyboardEvent) => {
    if (event.key === 'F2') startRenaming();
    if (!event.altKey || !isOpen || !(event.key === 'ArrowUp' || event.key === 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(place + (event.key === 'ArrowUp' ? -1 : 1));
  };
  return (
    <li
      onKeyDownCapture={press}
      {...dragProps(props)}
      className={classes(
        'grid grid-cols-[56px_minmax(0,1fr)_auto] gap-x-3 border-line border-b px-3.5 py-2.5',
        isTarget && 'shadow-[inset_0_2px_0_var(--text)]',
      )}
    >
      <LayerThumb versionId={version.id} layerId={id} isOff={!visible} />
      <div className="min-w-0">
        <h3
          title={name}
          onDoubleClick={startRenaming}
          className={classes('line-clamp-2 font-medium text-13', !visible && 'text-text-3')}
        >
          {name}
        </h3>
        <p className="num mt-0.5 truncate text-12 text-text-3">
          {texts.layers.madeBy(
            engineTitle(made.engine),
            made.pinNumber,
            made.by.name ?? texts.common.somebody,
          )}
          {' · '}
          {money(made.cost?.usd ?? 0)}
        </p>
      </div>
      <div className="-mr-1.5 flex items-start">
        <IconButton
          icon={visible ? Eye : EyeOff}
          label={visible ? texts.layers.hide(name) : texts.layers.show(name)}
          aria-pressed={!visible}
          disabled={!isOpen}
          onClick={() => changes.change(set({ visible: !visible }))}
        />
        <LayerMenu {...props} onRename={startRenaming} onRerun={() => rerun.mutate(layer)} />
      </div>
      {isOpen && (
        <div className="col-span-full mt-1">
          <Amount
            label={texts.layers.opacity}
            name={texts.layers.opacityOf(name)}
            value={Math.round((opacity / 255) * 100)}
            max={100}
            says={texts.layers.percent(Math.round((opacity / 255) * 100))}
            onChange={(percent) => changes.preview(set({ opacity: toByte(percent) }))}
            onSettled={(percent) => changes.change(set({ opacity: toByte(percent) }))}
          />
        </div>
      )}
      {baseMoved && <BaseMoved isOpen={isOpen} rerun={rerun} onRun={() => rerun.mutate(layer)} />}
      {isRenaming && (
        <RenameLayer
          name={name}
          onRename={(next) => next !== name && changes.change(set({ name: next }))}
          onClose={() => setRenaming(false)}
        />
      )}
    </li>
  );
}

function toByte(percent: number): number {
  return Math.round((percent / 100) * 255);
}

function dragProps({ isOpen, onDrag, onOver, onDrop, onEnd }: LayerRowProps) {
  if (!isOpen) return {};
  return {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      // A slider inside is dragged by itself.
      if (event.target instanceof Element && event.target.closest('[role="slider"]'))
        return event.preventDefault();
      event.dataTransfer.effectAllowed = 'move';
      onDrag();
    },
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      onOver();
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      onDrop();
    },
    onDragEnd: onEnd,
  };
}

type LayerMenuProps = LayerRowProps & { readonly onRename: () => void; readonly onRerun: () => void };

/** All that dragging can do, and the rest. */
function LayerMenu({ layer, version, place, count, isOpen, ...props }: LayerMenuProps) {
  const { onMove, onRemove, onRename, onRerun } = props;
  const { store } = useBoardContext();
  const { pinId, pinNumber } = layer.made;
  const goToPin = () =>
    pinId && selectPin(store, { id: pinId as PinId, frameId: version.frameId as FrameId });
  const items: readonly MenuItem[] = [
    ...(pinId && pinNumber !== null
      ? [{ label: texts.layers.goToPin(pinNumber), icon: MapPin, onSelect: goToPin }]
      : []),
    {
      label: texts.layers.moveUp,
      icon: ArrowUp,
      keys: 'Alt ↑',
      disabled: !isOpen || place === 0,
      onSelect: () => onMove(place - 1),
    },
    {
      label: texts.layers.moveDown,
      icon: ArrowDown,
      keys: 'Alt ↓',
      disabled: !isOpen || place === count - 1,
      onSelect: () => onMove(place + 1),
    },
    { label: texts.layers.rename, icon: Pencil, keys: 'F2', disabled: !isOpen, onSelect: onRename },
    {
      label: texts.layers.carry,
      icon: Waypoints,
      onSelect: () => carryEdit(store, layer.made.editId as EditId),
    },
    { label: texts.layers.runAgain, icon: RotateCw, disabled: !isOpen, onSelect: onRerun },
    { label: texts.layers.remove, icon: Trash2, danger: true, disabled: !isOpen, onSelect: onRemove },
  ];
  return (
    <Menu items={items}>
      <button
        type="button"
        aria-label={texts.layers.more(layer.name)}
        className="grid size-7 place-items-center rounded-2 text-text-2 hover:bg-hover hover:text-text"
      >
        <Ellipsis size={15} aria-hidden="true" />
      </button>
    </Menu>
  );
}
