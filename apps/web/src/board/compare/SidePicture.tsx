'use client';

import type { CSSProperties } from 'react';
import { PictureCanvas } from '../../pictures/PictureCanvas.tsx';
import type { PictureViewStore } from '../../pictures/pictureView.ts';
import { texts } from '../../text/texts.ts';
import type { Side } from './compareSettings.ts';

export type SidePictureProps = {
  readonly side: Side;
  readonly view: PictureViewStore;
  readonly style?: CSSProperties;
};

export function SidePicture({ side: { letter, version, source }, view, style }: SidePictureProps) {
  const label = texts.compare.picture(letter, texts.versions.name(version.number));
  return <PictureCanvas source={source} view={view} label={label} {...(style ? { style } : {})} />;
}
