type Pictured = { readonly frameId: string; readonly versionId: string | null };

/** The small picture of a version, or of the frame where none of its versions has one. */
export function thumbnailPath({ frameId, versionId }: Pictured): string {
  return versionId ? `/versions/${versionId}/thumbnail` : `/frames/${frameId}/thumbnail`;
}
