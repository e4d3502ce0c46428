import { createServer } from 'node:net';
import { err, ok, type Result } from '@pinpaint/domain';
import type { ConfigError } from './readConfig.ts';

/**
 * Whether HOST and PORT can be listened on, found out by trying before anything is started. 0 gives a port
 * that is free. Nobody keeps it until it is used: whoever does must be ready to lose the race for it.
 */
export function claimPort(host: string, port: number): Promise<Result<number, ConfigError>> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(err(portError(error, host, port))));
    probe.listen(port, host, () => {
      const address = probe.address();
      const claimed = typeof address === 'object' && address ? address.port : port;
      probe.close(() => resolve(ok(claimed)));
    });
  });
}

function portError(error: NodeJS.ErrnoException, host: string, port: number): ConfigError {
  const wrong = (name: string, says: string) => ({ code: 'config.wrong-value', name, says }) as const;
  if (error.code === 'EADDRINUSE')
    return wrong('PORT', `PORT ${port} is in use by another program; stop it or set PORT to another one.`);
  if (error.code === 'EACCES')
    return wrong('PORT', `PORT ${port} may not be used by this user; set PORT to one above 1023.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return wrong('HOST', `HOST ${host} is no address of this machine.`);
  return wrong('PORT', `HOST ${host}, PORT ${port}: ${error.message}`);
}
