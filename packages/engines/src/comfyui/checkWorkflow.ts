import { z } from 'zod';
import type { Workflow } from './readWorkflow.ts';

const inputs = z.record(z.string(), z.unknown()).optional();

/** Of `/object_info`, what is looked at: which nodes there are and what goes into each. */
const infoSchema = z.record(
  z.string(),
  z.object({ input: z.object({ required: inputs, optional: inputs }).optional() }),
);

/**
 * Whether a server can run a workflow: its nodes are installed, what is needed is connected or given, and what is
 * chosen from a list (a checkpoint, a sampler) is on it.
 *
 * @returns null where it can, else a sentence that names node and input
 */
export function checkWorkflow({ nodes, slots }: Workflow, objectInfo: unknown): string | null {
  const info = infoSchema.safeParse(objectInfo);
  if (!info.success) return 'The server does not say which nodes it has.';
  const filled = new Set(
    Object.values(slots).flatMap((of) => of.map(({ node, input }) => `${node}.${input}`)),
  );
  for (const [id, { class_type, inputs }] of Object.entries(nodes)) {
    const known = info.data[class_type];
    if (!known) return `The server has no node ${class_type} (node ${id}).`;
    for (const [name, kind] of Object.entries(known.input?.required ?? {})) {
      if (filled.has(`${id}.${name}`)) continue;
      if (!(name in inputs)) return `Node ${id} (${class_type}) needs ${name}.`;
      const choices = choicesOf(kind);
      const chosen = inputs[name];
      if (choices && typeof chosen === 'string' && !choices.includes(chosen))
        return `The server has no ${name} “${chosen}” (node ${id}, ${class_type}).`;
    }
  }
  return null;
}

/** `[["a", "b"], {…}]`, or in newer servers `["COMBO", { options: ["a", "b"] }]`. */
function choicesOf(kind: unknown): readonly unknown[] | null {
  if (!Array.isArray(kind)) return null;
  const [first, second]: readonly unknown[] = kind;
  if (Array.isArray(first)) return first;
  const named = z.object({ options: z.array(z.unknown()) }).safeParse(second);
  return first === 'COMBO' && named.success ? named.data.options : null;
}
