'use client';

import { X } from 'lucide-react';
import { texts } from '../../text/texts.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useUploadList, useUploads } from './UploadsContext.tsx';
import type { Upload } from './uploadsStore.ts';

const words = texts.board;

/** Each file with how far it is; one that was not taken stays, with the reason, until it is read. */
export function UploadList() {
  const uploads = useUploadList();
  if (uploads.length === 0) return null;
  return (
    <section aria-label={words.uploads} className="w-76 rounded-3 bg-raised p-1.5 shadow-2">
      <ul className="max-h-48 overflow-y-auto">
        {uploads.map((upload) => (
          <Row key={upload.id} upload={upload} />
        ))}
      </ul>
    </section>
  );
}

function Row({ upload }: { readonly upload: Upload }) {
  const { dismiss } = useUploads();
  const { id, name, sent, problem, abort } = upload;
  const percent = Math.round(sent * 100);
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-2 p-1.5 pl-2.5 text-12">
      <span className="truncate font-medium">{name}</span>
      <IconButton
        icon={X}
        label={problem ? words.dismiss : words.cancelUpload(name)}
        onClick={problem ? () => dismiss(id) : abort}
        className="row-span-2"
      />
      {problem ? (
        <span role="alert" className="text-danger">
          {problem}
        </span>
      ) : (
        <span className="num flex items-center gap-2 text-text-3">
          <progress value={sent} max={1} aria-label={name} className="board-progress h-1 flex-1" />
          <span className="w-16 text-right">
            {percent < 100 ? words.uploadSent(percent) : words.uploadReading}
          </span>
        </span>
      )}
    </li>
  );
}
