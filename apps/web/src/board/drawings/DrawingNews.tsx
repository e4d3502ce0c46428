'use client';

import { useDrawingNews } from './useDrawingNews.ts';

/** Shows nothing: beside the frames it waits for those that are being drawn. */
export function DrawingNews() {
  useDrawingNews();
  return null;
}
