import type { Db, Tx } from '@pinpaint/db';
import type { NamedColour, NoteContext } from '@pinpaint/domain';

/** What of a kit a note can name. */
export type KitNames = Required<Pick<NoteContext, 'colours' | 'artworks'>>;

export const noKit: KitNames = { colours: [], artworks: [] };

type Of = { readonly studioId: string; readonly projectId: string };

/** For whoever reads notes; rights were asked for with the pin. */
export async function kitNames(db: Db | Tx, { studioId, projectId }: Of): Promise<KitNames> {
  return (await kitNamesOf(db, { studioId, projectIds: [projectId] })).get(projectId) ?? noKit;
}

/** The same for notes of several projects. */
export async function kitNamesOf(
  db: Db | Tx,
  { studioId, projectIds }: { readonly studioId: string; readonly projectIds: readonly string[] },
): Promise<ReadonlyMap<string, KitNames>> {
  const ids = [...new Set(projectIds)];
  const where = { studioId, projectId: { in: ids } };
  const [artworks, colours] = await Promise.all([
    db.artwork.findMany({ where: { ...where, removedAt: null }, orderBy: { id: 'asc' } }),
    db.kitColour.findMany({ where, orderBy: { id: 'asc' } }),
  ]);
  return new Map(
    ids.map((projectId) => [
      projectId,
      {
        colours: colours
          .filter((row) => row.projectId === projectId)
          .map(({ name, hex }) => ({ name, hex: hex as NamedColour['hex'] })),
        artworks: artworks
          .filter((row) => row.projectId === projectId)
          .map(({ id, name, blobDigest }) => ({ id, name, digest: blobDigest })),
      },
    ]),
  );
}
