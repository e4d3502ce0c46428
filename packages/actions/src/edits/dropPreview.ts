import type { Tx } from '@pinpaint/db';

/** With the run goes what it looked like meanwhile, in the same transaction. Most runs have shown nothing. */
export async function dropPreview(
  tx: Tx,
  { id, previewAt }: { readonly id: string; readonly previewAt: Date | null },
): Promise<void> {
  if (previewAt) await tx.editPreview.deleteMany({ where: { editId: id } });
}
