'use client';

import { useUploads } from './UploadsContext.tsx';

/** Opens the browser's own choice of files. */
export function usePickPictures(): () => void {
  const uploads = useUploads();
  return () => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = 'image/png,image/jpeg,image/webp,image/tiff,.tif,.tiff';
    input.onchange = () => uploads.add([...(input.files ?? [])]);
    input.click();
  };
}
