import type { SlotName, Workflow, WorkflowNode } from './readWorkflow.ts';

export type SlotValues = Readonly<Record<SlotName, string | number>>;

/** A template with what goes into its slots; the template stays as it is. */
export function fillWorkflow({ nodes, slots }: Workflow, values: SlotValues): Record<string, WorkflowNode> {
  const filled: Record<string, WorkflowNode> = { ...nodes };
  for (const name of Object.keys(slots) as SlotName[]) {
    for (const { node, input } of slots[name] ?? []) {
      const own = filled[node];
      if (own) filled[node] = { ...own, inputs: { ...own.inputs, [input]: values[name] } };
    }
  }
  return filled;
}

/** This encoder fills the hole with grey: a sampler that keeps part of it keeps the grey. */
export function takesStrength({ nodes }: Workflow): boolean {
  return Object.values(nodes).every(({ class_type }) => class_type !== 'VAEEncodeForInpaint');
}
