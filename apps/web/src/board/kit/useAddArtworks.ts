'use client';

import { newId } from '@pinpaint/domain';
import { useState } from 'react';
import { sessionApi } from '../../data/api.ts';
import type { Artwork } from '../../data/types.ts';
import { useBoardFacts } from '../state/useBoardData.ts';
import { useKitChange } from './useKitChange.ts';

/** Puts files into the kit, one after the other, each by its file's name; one that is refused holds up no other. */
export function useAddArtworks(artworks: readonly Artwork[]) {
  const projectId = useBoardFacts().data?.projectId;
  /** The one on its way, or those that were not taken. */
  const [file, setFile] = useState('');
  const change = useKitChange();
  const add = (files: readonly File[]) => {
    if (files.length === 0) return;
    const taken = new Set(artworks.map(({ name }) => name.toLowerCase()));
    const send = async (one: File) => {
      const name = freeName(one.name, taken);
      const query = new URLSearchParams({ id: newId(), name });
      await sessionApi.upload<Artwork>(`/projects/${projectId}/artworks?${query}`, one);
      taken.add(name.toLowerCase());
    };
    const sendAll = async () => {
      const refused: Refused[] = [];
      for (const one of files) {
        setFile(one.name);
        await send(one).catch((error: unknown) => refused.push({ name: one.name, error }));
      }
      const [first] = refused;
      if (!first) return;
      setFile(refused.map(({ name }) => name).join(', '));
      throw first.error;
    };
    change.mutate(sendAll);
  };
  const pick = () => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = 'image/png,image/svg+xml,.png,.svg';
    input.onchange = () => add([...(input.files ?? [])]);
    input.click();
  };
  return { add, pick, file, isAdding: change.isPending, error: change.error };
}

type Refused = { readonly name: string; readonly error: unknown };

/** The file's without its ending; where that is taken, with a number behind. */
function freeName(fileName: string, taken: ReadonlySet<string>): string {
  const plain = fileName.replace(/\.[^.]+$/, '') || fileName;
  let name = plain;
  for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${plain} ${n}`;
  return name;
}
