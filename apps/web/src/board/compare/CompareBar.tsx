'use client';

import type { PixelRect } from '@pinpaint/domain';
import { ArrowLeftRight, X } from 'lucide-react';
import type { Version } from '../../data/types.ts';
import type { PictureViewStore } from '../../pictures/pictureView.ts';
import { texts } from '../../text/texts.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import type { CompareMode } from '../state/boardStore.ts';
import { ModeChoice } from './ModeChoice.tsx';
import { VersionPicker } from './VersionPicker.tsx';
import { ZoomControl } from './ZoomControl.tsx';

export type CompareBarProps = {
  readonly a: Version;
  readonly b: Version;
  readonly versions: readonly Version[];
  readonly mode: CompareMode;
  readonly view: PictureViewStore;
  readonly whole: PixelRect;
  readonly onPick: (pair: { readonly a: string; readonly b: string }) => void;
  readonly onMode: (mode: CompareMode) => void;
  readonly onClose: () => void;
};

/** Which two, in which way, how near. */
export function CompareBar(props: CompareBarProps) {
  const { a, b, versions, mode, view, whole, onPick, onMode, onClose } = props;
  return (
    <section
      aria-label={texts.compare.what}
      className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1.5 border-line border-b bg-panel px-4 py-2 max-sm:gap-x-2 max-sm:px-3"
    >
      <span className="flex items-center gap-2">
        <VersionPicker
          letter="A"
          version={a}
          versions={versions}
          onPick={(id) => onPick({ a: id, b: b.id })}
        />
        <IconButton
          icon={ArrowLeftRight}
          label={texts.compare.swap}
          keys="S"
          onClick={() => onPick({ a: b.id, b: a.id })}
        />
        <VersionPicker
          letter="B"
          version={b}
          versions={versions}
          onPick={(id) => onPick({ a: a.id, b: id })}
        />
      </span>
      <ModeChoice mode={mode} onChange={onMode} />
      <span className="flex items-center gap-2">
        <span className="max-sm:hidden">
          <ZoomControl view={view} whole={whole} />
        </span>
        <span className="h-5 w-px bg-line max-sm:hidden" />
        <Button look="quiet" onClick={onClose}>
          <X size={15} aria-hidden="true" />
          <span className="max-sm:sr-only">{texts.compare.close}</span>
          <span aria-hidden="true" className="max-sm:hidden">
            <Kbd>Y</Kbd>
          </span>
        </Button>
      </span>
    </section>
  );
}
