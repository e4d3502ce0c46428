'use client';

import type { PixelRect } from '@pinpaint/domain';
import { useQuery } from '@tanstack/react-query';
import { sessionApi } from '../../data/api.ts';
import type { Version } from '../../data/types.ts';
import { hardMask } from '../../pictures/drawOutline.ts';

export type PermittedMask = { readonly mask: OffscreenCanvas; readonly rect: PixelRect };

type Evidence = {
  readonly planes: { readonly permitted: readonly { readonly rect: PixelRect }[] };
  readonly files: { readonly permitted: readonly string[] };
};

/** What a submitted version's edits were permitted to change; null of a draft, and until it is here. */
export function usePermitted({ id, proof }: Version, isWanted: boolean): readonly PermittedMask[] | null {
  const { data } = useQuery({
    queryKey: ['evidence', id, 'permitted'],
    queryFn: ({ signal }) => readPermitted(id, signal),
    enabled: isWanted && proof !== null,
  });
  return data ?? null;
}

async function readPermitted(versionId: string, signal: AbortSignal): Promise<readonly PermittedMask[]> {
  const { planes } = await sessionApi.get<Evidence>(`/versions/${versionId}/evidence`, signal);
  return Promise.all(
    planes.permitted.map(async ({ rect }, n) => {
      const answer = await fetch(sessionApi.url(`/versions/${versionId}/permitted/${n}`), { signal });
      return { rect, mask: hardMask(await createImageBitmap(await answer.blob())) };
    }),
  );
}
