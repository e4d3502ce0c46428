import { networkInterfaces } from 'node:os';
import type { Config } from './config.ts';
import { isLocalName } from './isLocalName.ts';

type Interfaces = ReturnType<typeof networkInterfaces>;

/** More than two, and nobody knows which to try first. */
const mostAddresses = 2;

/** Where others, and phones in the same network, reach this machine; none when it listens to itself only. */
export function networkAddresses(
  { host, port, publicUrl }: Pick<Config, 'host' | 'port' | 'publicUrl'>,
  interfaces: () => Interfaces = networkInterfaces,
): readonly string[] {
  if (!isLocalName(new URL(publicUrl).hostname)) return [publicUrl];
  if (isLocalName(host)) return [];
  if (host !== '0.0.0.0' && host !== '::')
    return [`http://${host.includes(':') ? `[${host}]` : host}:${port}`];
  return Object.values(interfaces())
    .flatMap((found) => found ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => `http://${address}:${port}`)
    .slice(0, mostAddresses);
}
