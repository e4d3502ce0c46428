'use client';

import { type ReactNode, useRef } from 'react';
import { classes } from '../../ui/classes.ts';
import { useSize } from '../../ui/useSize.ts';
import { useBoard } from '../state/BoardContext.tsx';
import { besideFrame, besidePanel, isNarrow, underFrameAt } from './anchor.ts';
import type { Anchors } from './useAnchors.ts';

export type StripCardProps = { readonly anchors: Anchors; readonly children: ReactNode };

/** Floats under a frame, as wide as it needs, beside the edit panel. */
export function StripCard({ anchors, children }: StripCardProps) {
  const card = useRef<HTMLDivElement>(null);
  const size = useSize(card);
  const panelHeight = useBoard((state) => state.editPanelHeight);
  const narrow = isNarrow(anchors.view);
  const panel = panelHeight === null || narrow ? null : besideFrame(anchors, panelHeight);
  const span = besidePanel(anchors.view, panel);
  const at = size ? underFrameAt({ ...anchors, size, span }) : { x: 0, y: 0 };
  return (
    <div
      ref={card}
      className={classes(
        'absolute z-10 rounded-3 bg-raised px-2.5 pt-2 pb-2.5 shadow-2',
        narrow && 'inset-x-3 bottom-3',
        !size && 'invisible',
      )}
      style={narrow ? undefined : { left: at.x, top: at.y, width: 'max-content', maxWidth: span.width }}
    >
      {children}
    </div>
  );
}
