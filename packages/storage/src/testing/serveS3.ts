import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { S3Config } from '@pinpaint/config';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** As far as it is used here; it has no types of its own. */
type S3rver = { configureBuckets(): Promise<unknown>; callback(): Listener };
type Options = {
  readonly directory: string;
  readonly silent: boolean;
  readonly configureBuckets: readonly { readonly name: string }[];
};
const s3rver: new (options: Options) => S3rver = createRequire(import.meta.url)('@20minutes/s3rver');

export type S3Server = {
  /** How it is reached, without what is said of prefixes and copies. */
  readonly s3: S3Config;
  /** The same to a process. */
  readonly env: Readonly<Record<string, string>>;
  /** What was asked of it: `PUT`, and `PUT partNumber` for a part. */
  readonly asked: string[];
  /** Sees each request first; true: it has answered it itself. */
  disturb(disturb: (request: IncomingMessage, response: ServerResponse) => boolean): void;
  /** Nobody listens any more, until it is back. */
  away(): Promise<void>;
  back(): Promise<void>;
  /** Its uploads that have not ended. */
  uploads(): Promise<readonly string[]>;
  /** Whose time says when an upload was begun. */
  fileOf(upload: string): string;
  /** As a disk does that rots. */
  overwrite(key: string, bytes: Uint8Array): Promise<void>;
  stop(): Promise<void>;
};

const bucket = 'blobs';
/** The only ones it knows; it compares signatures with them. */
const key = 'S3RVER';

/** An S3 server in this process: s3rver, and what that one has not, listing and giving up uploads in parts. */
export async function serveS3(): Promise<S3Server> {
  const directory = await mkdtemp(join(tmpdir(), 'pinpaint-s3-'));
  const inner = new s3rver({ directory, silent: true, configureBuckets: [{ name: bucket }] });
  await inner.configureBuckets();
  const answer = inner.callback();
  const begun = join(directory, bucket, '._S3rver_uploads');
  const asked: string[] = [];
  let disturb: (request: IncomingMessage, response: ServerResponse) => boolean = () => false;
  const hear: Listener = (request, response) => {
    const url = new URL(request.url ?? '/', 'http://s3');
    const [query = ''] = [...url.searchParams.keys()].filter((name) => name !== 'x-id');
    asked.push(`${request.method} ${query}`.trim());
    if (disturb(request, response)) return;
    const upload = url.searchParams.get('uploadId');
    const isOurs = url.pathname.startsWith(`/${bucket}`);
    if (isOurs && request.method === 'GET' && url.searchParams.has('uploads'))
      void listUploads(begun, response);
    else if (request.method === 'DELETE' && upload) void giveUp(join(begun, upload), response);
    else answer(request, response);
  };
  let server = await listen(hear, 0);
  const { port } = server.address() as AddressInfo;
  const endpoint = `http://127.0.0.1:${port}`;
  return {
    s3: {
      bucket,
      prefix: '',
      endpoint,
      region: 'us-east-1',
      keys: { accessKeyId: key, secretAccessKey: key },
      isPathStyle: true,
      cacheBytes: 1_000_000,
    },
    env: {
      S3_BUCKET: bucket,
      S3_ENDPOINT: endpoint,
      S3_ACCESS_KEY_ID: key,
      S3_SECRET_ACCESS_KEY: key,
    },
    asked,
    disturb(other) {
      disturb = other;
    },
    away: () => close(server),
    async back() {
      server = await listen(hear, port);
    },
    uploads: () => readdir(begun).catch(() => []),
    fileOf: (upload) => join(begun, upload, 'key'),
    overwrite: (place, bytes) => writeFile(join(directory, bucket, `${place}._S3rver_object`), bytes),
    async stop() {
      await close(server);
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function listen(hear: Listener, port: number): Promise<Server> {
  const server = createServer(hear);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html */
async function listUploads(begun: string, response: ServerResponse): Promise<void> {
  const ids = await readdir(begun).catch(() => []);
  const uploads = await Promise.all(
    ids.map(async (id) => {
      const name = await readFile(join(begun, id, 'key'), 'utf8');
      const { mtime } = await stat(join(begun, id, 'key'));
      return `<Upload><Key>${name}</Key><UploadId>${id}</UploadId><Initiated>${mtime.toISOString()}</Initiated></Upload>`;
    }),
  );
  const text = `<ListMultipartUploadsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Bucket>${bucket}</Bucket>${uploads.join('')}<IsTruncated>false</IsTruncated></ListMultipartUploadsResult>`;
  response.writeHead(200, { 'Content-Type': 'application/xml' }).end(`<?xml version="1.0"?>${text}`);
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_AbortMultipartUpload.html */
async function giveUp(folder: string, response: ServerResponse): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  response.writeHead(204).end();
}
