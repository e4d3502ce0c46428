/**
 * Where a blob lies, below a folder or a prefix: `aa/bb/<sha256>`, so that no folder grows past what file systems
 * like. The same everywhere, so that a folder can be copied into a bucket and back.
 */
export function placeOf(digest: string): string {
  return `${digest.slice(0, 2)}/${digest.slice(2, 4)}/${digest}`;
}
