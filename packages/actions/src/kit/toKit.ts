import type { Prisma } from '@pinpaint/db';
import type { ArtworkId, KitColourId, ProjectId } from '@pinpaint/domain';

/** A picture of the brand's own, to be placed. */
export type Artwork = {
  readonly id: ArtworkId;
  readonly projectId: ProjectId;
  readonly name: string;
  readonly mediaType: string;
  /** SHA-256 of the file as it came. */
  readonly digest: string;
  readonly width: number;
  readonly height: number;
  readonly createdAt: string;
};

export type KitColour = {
  readonly id: KitColourId;
  readonly projectId: ProjectId;
  readonly name: string;
  readonly hex: `#${string}`;
};

/** What a project's brand has of its own. */
export type Kit = { readonly artworks: readonly Artwork[]; readonly colours: readonly KitColour[] };

export function toArtwork(row: Prisma.ArtworkModel): Artwork {
  return {
    id: row.id as ArtworkId,
    projectId: row.projectId as ProjectId,
    name: row.name,
    mediaType: row.mediaType,
    digest: row.blobDigest,
    width: row.width,
    height: row.height,
    createdAt: row.createdAt.toISOString(),
  };
}

export function toKitColour(row: Prisma.KitColourModel): KitColour {
  return {
    id: row.id as KitColourId,
    projectId: row.projectId as ProjectId,
    name: row.name,
    hex: row.hex as KitColour['hex'],
  };
}
