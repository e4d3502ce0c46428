'use client';

import { type DragEvent, useEffect, useState } from 'react';
import { isTyping } from '../../ui/isTyping.ts';
import { toBoard } from '../canvas/camera.ts';
import { useBoardContext } from '../state/BoardContext.tsx';
import { useMay } from '../state/useMay.ts';
import { useUploads } from './UploadsContext.tsx';

/** Pictures that are dropped on the canvas, or pasted anywhere on the page. */
export function useDrop() {
  const { store } = useBoardContext();
  const uploads = useUploads();
  const mayUpload = useMay('frame.upload');
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (mayUpload && files.length > 0 && !isTyping(event)) uploads.add(files);
    };
    addEventListener('paste', paste);
    return () => removeEventListener('paste', paste);
  }, [uploads, mayUpload]);

  const handlers = {
    onDragOver(event: DragEvent) {
      if (!mayUpload || !event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setIsOver(true);
    },
    onDragLeave(event: DragEvent) {
      if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)))
        setIsOver(false);
    },
    onDrop(event: DragEvent) {
      event.preventDefault();
      setIsOver(false);
      if (!mayUpload) return;
      const { left, top } = event.currentTarget.getBoundingClientRect();
      const at = toBoard(store.getState().camera, { x: event.clientX - left, y: event.clientY - top });
      uploads.add([...event.dataTransfer.files], at);
    },
  };
  return { isOver, handlers };
}
