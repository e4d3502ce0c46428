import type { Prisma } from '@pinpaint/db';
import type { StudioId } from '@pinpaint/domain';

export type Studio = { readonly id: StudioId; readonly name: string; readonly createdAt: string };

export function toStudio(row: Prisma.StudioModel): Studio {
  return { id: row.id as StudioId, name: row.name, createdAt: row.createdAt.toISOString() };
}
