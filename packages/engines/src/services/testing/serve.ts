import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';

export type Served = { readonly url: string; readonly server: Server; stop(): void };

/** An HTTP server of this process, on a port of its own. */
export async function serve(listener: RequestListener): Promise<Served> {
  const server = createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    server,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
