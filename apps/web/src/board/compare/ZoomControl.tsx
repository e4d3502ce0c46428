'use client';

import type { PixelRect } from '@pinpaint/domain';
import { Minus, Plus } from 'lucide-react';
import { useStore } from 'zustand';
import { fitView, type PictureViewStore, showFullSize, zoomView } from '../../pictures/pictureView.ts';
import { texts } from '../../text/texts.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';

/** Each press doubles about as much as two notches of a wheel. */
const step = 1.25;

export type ZoomControlProps = { readonly view: PictureViewStore; readonly whole: PixelRect };

export function ZoomControl({ view, whole }: ZoomControlProps) {
  const percent = useStore(view, ({ camera }) => Math.round(camera.scale * 100));
  const says = texts.layers.percent(percent);
  return (
    <span className="flex items-center">
      <IconButton
        icon={Minus}
        label={texts.compare.zoomOut}
        keys="−"
        onClick={() => zoomView(view, 1 / step)}
      />
      <Menu
        items={[
          { label: texts.compare.fit, keys: '1', onSelect: () => fitView(view, whole) },
          { label: texts.compare.fullSize, keys: '0', onSelect: () => showFullSize(view) },
        ]}
      >
        <button
          type="button"
          aria-label={texts.compare.zoomMenu(says)}
          className="num h-7 w-13 rounded-2 text-center text-12 hover:bg-hover"
        >
          {says}
        </button>
      </Menu>
      <IconButton icon={Plus} label={texts.compare.zoomIn} keys="+" onClick={() => zoomView(view, step)} />
    </span>
  );
}
