import type { Tx } from '@pinpaint/db';
import type { ProjectId } from '@pinpaint/domain';

type Named = { readonly projectId: ProjectId; readonly name: string };

/** Whether a kit has an artwork of that name already: a note that names it must mean one. */
export async function isArtworkNamed(tx: Tx, { projectId, name }: Named): Promise<boolean> {
  const named = { equals: name, mode: 'insensitive' } as const;
  return (await tx.artwork.count({ where: { projectId, removedAt: null, name: named } })) > 0;
}

/** The same for its colours. */
export async function isColourNamed(tx: Tx, { projectId, name }: Named): Promise<boolean> {
  const named = { equals: name, mode: 'insensitive' } as const;
  return (await tx.kitColour.count({ where: { projectId, name: named } })) > 0;
}
