import { sessionApi } from '../../../data/api.ts';
import type { Edit } from '../../../data/types.ts';

/** Each preview has an address of its own, so that the next one is fetched. null: there is nothing to be seen. */
export function previewUrl({ id, preview }: Edit): string | null {
  return preview && sessionApi.url(`/edits/${id}/preview.webp?at=${encodeURIComponent(preview.at)}`);
}
