import { z } from 'zod';

/** What the socket says of one prompt, and of the queue. */
export type ComfyMessage =
  | { readonly kind: 'queue' }
  | { readonly kind: 'started' }
  | { readonly kind: 'step'; readonly fraction: number }
  | { readonly kind: 'preview'; readonly bytes: Uint8Array }
  | { readonly kind: 'done' }
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'failed'; readonly says: string };

/** null: of another prompt, or nothing that matters here. */
export function readMessage(data: Uint8Array, isBinary: boolean, promptId: string): ComfyMessage | null {
  if (isBinary) return readPreview(data);
  const read = messageSchema.safeParse(parsed(data));
  if (!read.success) return null;
  const { type, data: said } = read.data;
  if (type === 'status') return { kind: 'queue' };
  if (said.prompt_id !== promptId) return null;
  switch (type) {
    case 'execution_start':
      return { kind: 'started' };
    case 'progress':
      return { kind: 'step', fraction: (said.value ?? 0) / Math.max(1, said.max ?? 1) };
    case 'executing':
      return said.node === null ? { kind: 'done' } : null;
    case 'execution_success':
      return { kind: 'done' };
    case 'execution_interrupted':
      return { kind: 'interrupted' };
    case 'execution_error':
      return {
        kind: 'failed',
        says: `${said.node_type ?? 'A node'}: ${said.exception_message ?? said.exception_type ?? 'no reason'}`,
      };
    default:
      return null;
  }
}

function parsed(data: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(data));
  } catch {
    return null;
  }
}

const messageSchema = z.object({
  type: z.string(),
  data: z.object({
    prompt_id: z.string().nullish(),
    node: z.string().nullish(),
    value: z.number().optional(),
    max: z.number().optional(),
    node_type: z.string().optional(),
    exception_message: z.string().optional(),
    exception_type: z.string().optional(),
  }),
});

/** Event 1 is a picture; its second number says whether as JPEG or as PNG. Both are big-endian. */
const previewEvent = 1;
const pictureKinds: ReadonlySet<number> = new Set([1, 2]);

function readPreview(data: Uint8Array): ComfyMessage | null {
  if (data.byteLength < 8) return null;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (view.getUint32(0) !== previewEvent || !pictureKinds.has(view.getUint32(4))) return null;
  return { kind: 'preview', bytes: data.slice(8) };
}
