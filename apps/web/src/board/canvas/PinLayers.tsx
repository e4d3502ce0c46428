'use client';

import { PreviewLayer } from '../edit/preview/PreviewLayer.tsx';
import { GrownLayer } from '../extend/GrownLayer.tsx';

/** What the selected pin brings over the pictures: fetched with the first pin that is selected. */
export function PinLayers() {
  return (
    <>
      <GrownLayer />
      <PreviewLayer />
    </>
  );
}
