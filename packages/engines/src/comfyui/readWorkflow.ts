import { z } from 'zod';

/** A workflow in ComfyUI's API format: nodes by their ids. */
type WorkflowNodes = Readonly<Record<string, WorkflowNode>>;

export type WorkflowNode = {
  readonly class_type: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly _meta?: { readonly title?: string | undefined } | undefined;
};

const slotNames = ['image', 'mask', 'prompt', 'seed', 'strength'] as const;
export type SlotName = (typeof slotNames)[number];

type Slot = { readonly node: string; readonly input: string };

/** A user's workflow, and where Pinpaint writes into it. */
export type Workflow = {
  readonly nodes: WorkflowNodes;
  readonly slots: Readonly<Partial<Record<SlotName, readonly Slot[]>>>;
  /** null: whichever picture it saves. */
  readonly output: string | null;
};

/** The inputs that a slot may go into, the likeliest first. */
const inputsOf: Readonly<Record<SlotName, readonly string[]>> = {
  image: ['image', 'value'],
  mask: ['image', 'mask', 'value'],
  prompt: ['text', 'prompt', 'clip_l', 'value', 'string'],
  seed: ['seed', 'noise_seed', 'value'],
  strength: ['denoise', 'strength', 'value'],
};

/**
 * Reads a template. A node is a slot when its title says so: `pinpaint.image`, `pinpaint.mask`, `pinpaint.prompt`,
 * `pinpaint.seed`, `pinpaint.strength`, several in one title for a sampler; `pinpaint.output` is what is taken.
 *
 * @returns a sentence about what is wrong with it
 */
export function readWorkflow(json: unknown): Workflow | string {
  const read = z.record(z.string(), nodeSchema).safeParse(json);
  if (!read.success) return 'It is no workflow in ComfyUI’s API format (Workflow › Export (API)).';
  const nodes = read.data;
  const slots: Partial<Record<SlotName, Slot[]>> = {};
  let output: string | null = null;
  for (const [node, { inputs, _meta }] of Object.entries(nodes)) {
    const title = _meta?.title ?? '';
    if (/\bpinpaint\.output\b/.test(title)) output = node;
    for (const slot of slotNames.filter((name) => new RegExp(`\\bpinpaint\\.${name}\\b`).test(title))) {
      const input = inputsOf[slot].find((name) => name in inputs && !Array.isArray(inputs[name]));
      if (!input) return `Node ${node} (${title}) has no ${inputsOf[slot][0]} to write ${slot} into.`;
      slots[slot] = [...(slots[slot] ?? []), { node, input }];
    }
  }
  const missing = (['image', 'mask'] as const).find((name) => !slots[name]);
  if (missing) return `No node’s title says pinpaint.${missing}.`;
  return { nodes, slots, output };
}

const nodeSchema = z.object({
  class_type: z.string(),
  inputs: z.record(z.string(), z.unknown()),
  _meta: z.object({ title: z.string().optional() }).optional(),
});
