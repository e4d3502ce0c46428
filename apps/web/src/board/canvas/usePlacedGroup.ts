'use client';

import type { FrameId } from '@pinpaint/domain';
import type { RefObject } from 'react';
import { toScreen } from './camera.ts';
import { usePlaced } from './usePlaced.ts';

/** A group of lines in the pixels of a frame, over that frame. */
export function usePlacedGroup(frameId: FrameId): RefObject<SVGGElement | null> {
  return usePlaced<SVGGElement>((element, { camera, places }) => {
    const place = places.get(frameId);
    if (!place) return;
    const { x, y } = toScreen(camera, place);
    element.setAttribute('transform', `translate(${x} ${y}) scale(${place.scale * camera.scale})`);
  });
}
