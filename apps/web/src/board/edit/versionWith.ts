import type { Version } from '../../data/types.ts';

type Holding = { readonly frameId: string } & Pick<Version, 'state' | 'layers'>;

/** The frame's version of this state, when it holds the layer that came of this edit. */
export function versionWith<V extends Holding>(
  versions: readonly V[],
  { id, frameId }: { readonly id: string; readonly frameId: string },
  state: Version['state'],
): V | null {
  const found = versions.find((version) => version.frameId === frameId && version.state === state);
  return found?.layers.some(({ made }) => made.editId === id) ? found : null;
}
