'use client';

import { Download, LoaderCircle } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { sessionApi } from '../../../data/api.ts';
import { texts } from '../../../text/texts.ts';
import { Button } from '../../../ui/Button.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { useBoard } from '../../state/BoardContext.tsx';
import { useFrameVersions } from '../../state/useFrameVersions.ts';
import { useMay } from '../../state/useMay.ts';
import { type FileFormat, type Rendition, useRenditions } from './useRenditions.ts';

const RenditionsDialog = lazy(async () => ({
  default: (await import('../../renditions/RenditionsDialog.tsx')).RenditionsDialog,
}));

const formats = ['png', 'tiff', 'jpeg'] as const satisfies readonly FileFormat[];

/** Files of the selected frame's approved version: made once, then downloaded. */
export function ExportMenu() {
  const said = texts.versions.exports;
  const frameId = useBoard((state) => state.frameId);
  const approved = useFrameVersions(frameId)?.versions.find(({ state }) => state === 'approved');
  const { files, make, error } = useRenditions(approved?.id ?? null);
  const mayMake = useMay('rendition.make');
  const [wanted, setWanted] = useState<FileFormat | null>(null);
  const [isOpen, setOpen] = useState(false);
  const awaited = files.find(({ format }) => format === wanted);
  useEffect(() => {
    if (awaited?.state === 'ready') download(awaited);
    if (awaited && awaited.state !== 'queued') setWanted(null);
  }, [awaited]);

  const choose = (format: FileFormat) => {
    const made = files.find((rendition) => rendition.format === format);
    if (made?.state === 'ready') return download(made);
    setWanted(format);
    make(format).catch(() => setWanted(null));
  };
  const items = formats.map((format) => {
    const state = files.find((rendition) => rendition.format === format)?.state;
    const isReady = state === 'ready';
    return {
      label: labels[state ?? 'none'](said.formats[format]),
      disabled: state === 'queued' || (!isReady && !mayMake),
      onSelect: () => choose(format),
    };
  });
  const steps = { label: said.steps, onSelect: () => setOpen(true) };
  const note = approved
    ? said.of(texts.versions.name(approved.number))
    : frameId
      ? said.nothing
      : said.noFrame;
  const Icon = wanted ? LoaderCircle : Download;
  return (
    <>
      <Menu items={approved ? [...items, steps] : []} note={error?.message ?? note}>
        <Button look="quiet" className="max-md:h-9 pointer-coarse:min-w-11">
          <Icon size={15} className={wanted ? 'animate-breathe' : ''} aria-hidden="true" />
          <span className="max-md:sr-only">{said.button}</span>
          {wanted && <span className="sr-only">{said.making(said.formats[wanted])}</span>}
        </Button>
      </Menu>
      {isOpen && approved && (
        <Suspense fallback={null}>
          <RenditionsDialog version={approved} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

const labels = {
  none: texts.versions.exports.make,
  queued: texts.versions.exports.making,
  ready: texts.versions.exports.download,
  failed: texts.versions.exports.failed,
  cancelled: texts.versions.exports.make,
} as const satisfies Record<Rendition['state'] | 'none', (format: string) => string>;

function download({ id }: Rendition): void {
  const link = document.createElement('a');
  link.href = sessionApi.url(`/renditions/${id}/file`);
  link.download = '';
  link.click();
}
