import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { listSupportedBackends } from 'onnxruntime-node';

/** What computes a graph, the fastest first. */
export const providers = ['cuda', 'webgpu', 'cpu'] as const;
export type Provider = (typeof providers)[number];

/**
 * Why a provider can't be had on this machine; null when it is worth asking for it. Asking where there is nothing
 * makes the native libraries write to the error output.
 */
export function reasonAgainst(provider: Provider): string | null {
  if (!listSupportedBackends().some(({ name }) => name === provider))
    return 'this build of ONNX Runtime has none';
  if (process.platform !== 'linux') return null;
  return reasons[provider]();
}

const reasons: Record<Provider, () => string | null> = {
  cuda: () => {
    if (!existsSync('/dev/nvidiactl')) return 'there is no NVIDIA device';
    const library = join(bindingDir(), 'libonnxruntime_providers_cuda.so');
    return existsSync(library) ? null : 'its library is not installed (docs/models.md)';
  },
  webgpu: () =>
    existsSync('/dev/dri') || existsSync('/dev/nvidiactl') ? null : 'there is no graphics device',
  cpu: () => null,
};

function bindingDir(): string {
  const root = dirname(createRequire(import.meta.url).resolve('onnxruntime-node/package.json'));
  return join(root, 'bin', 'napi-v6', process.platform, process.arch);
}
