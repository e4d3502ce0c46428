import { Server } from '@hocuspocus/server';

const port = Number(process.argv[2]);
await new Server({ port, address: '127.0.0.1', quiet: true }).listen();
