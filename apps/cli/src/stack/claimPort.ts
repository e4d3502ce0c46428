import { createServer } from 'node:net';
import { StackFailure } from './StackFailure.ts';

/** Fails with one clear line when somebody else listens there, before anything is started. 0 gives a free port. */
export function claimPort(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(new StackFailure('stack.port', portSays(error, host, port))),
    );
    probe.listen(port, host, () => {
      const address = probe.address();
      const claimed = typeof address === 'object' && address ? address.port : port;
      probe.close(() => resolve(claimed));
    });
  });
}

function portSays(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE')
    return `PORT ${port} is in use by another program; stop it or set PORT to another one.`;
  if (error.code === 'EACCES')
    return `PORT ${port} may not be used by this user; set PORT to one above 1023.`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return `HOST ${host} is no address of this machine.`;
  return `HOST ${host}, PORT ${port}: ${error.message}`;
}
