'use client';

import { Plus } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import type { Artwork } from '../../data/types.ts';
import { kitTexts } from '../../text/kitTexts.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { refusalText } from '../edit/refusal.ts';
import { ArtworkTile } from './ArtworkTile.tsx';
import { useAddArtworks } from './useAddArtworks.ts';

const words = kitTexts.kit;

type ArtworksProps = { readonly artworks: readonly Artwork[]; readonly mayChange: boolean };

/** The kit's artworks; files are dropped on them, or chosen. */
export function Artworks({ artworks, mayChange }: ArtworksProps) {
  const [isOver, setOver] = useState(false);
  const { add, pick, file, isAdding, error } = useAddArtworks(artworks);
  const drop = {
    onDragOver(event: DragEvent) {
      if (!mayChange || !event.dataTransfer.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop(event: DragEvent) {
      event.preventDefault();
      setOver(false);
      if (mayChange) add([...event.dataTransfer.files]);
    },
  };
  return (
    <section
      aria-label={words.artworks}
      className={classes('-m-2 rounded-3 p-2', isOver && 'bg-accent-wash')}
      {...drop}
    >
      <header className="mb-2 flex h-7 items-center justify-between">
        <h3 className="font-semibold text-13">{words.artworks}</h3>
        {mayChange && (
          <Button onClick={pick} disabled={isAdding}>
            <Plus size={14} aria-hidden="true" />
            {words.addArtwork}
          </Button>
        )}
      </header>
      {artworks.length === 0 && (
        <div className="grid justify-items-center gap-1 rounded-3 border border-line-control border-dashed px-4 py-7 text-center">
          <p className="font-medium">{words.noArtworks}</p>
          {mayChange && <p className="text-12 text-text-2">{words.noArtworksLead}</p>}
        </div>
      )}
      <ul className="grid grid-cols-3 gap-x-3 gap-y-3.5 empty:hidden">
        {artworks.map((artwork) => (
          <ArtworkTile key={artwork.id} artwork={artwork} mayChange={mayChange} />
        ))}
      </ul>
      <p role="status" className="mt-2 text-12 text-text-2 empty:hidden">
        {isOver ? words.dropHere : isAdding && words.adding(file)}
      </p>
      {error && (
        <p role="alert" className="mt-2 text-12 text-danger">
          {words.notAdded(file, refusalText(error))}
        </p>
      )}
    </section>
  );
}
