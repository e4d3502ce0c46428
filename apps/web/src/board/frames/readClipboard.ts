/** Pictures on the clipboard; none when there are none, or the person says no to the browser's question. */
export async function readClipboard(): Promise<readonly File[]> {
  try {
    const items = await navigator.clipboard.read();
    const found = items.flatMap((item) => {
      const type = item.types.find((one) => one.startsWith('image/'));
      return type ? [{ item, type }] : [];
    });
    return await Promise.all(
      found.map(async ({ item, type }) => new File([await item.getType(type)], 'pasted', { type })),
    );
  } catch {
    return [];
  }
}
