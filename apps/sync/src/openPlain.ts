import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBoard, createProject, createStudio, loadPerson } from '@pinpaint/actions';
import type { Config, Log } from '@pinpaint/config';
import { createDb, type Db } from '@pinpaint/db';
import { startEmbeddedPostgres } from '@pinpaint/db/embedded';
import { migrate } from '@pinpaint/db/migrate';
import { type BoardId, newId, ok, type ProjectId, type StudioId } from '@pinpaint/domain';
import { openNewsFeed, type RoomReader, serveRooms } from '@pinpaint/rooms';

export type PlainOptions = {
  /** A path, as y-websocket clients have it behind the server's address. */
  readonly room: string;
  readonly config: Pick<Config, 'port' | 'databaseUrl'>;
  readonly log: Log;
};

export type Plain = { readonly host: string; readonly port: number; stop(): Promise<void> };

type PlainBoard = { readonly studioId: StudioId; readonly boardId: BoardId };

const host = '127.0.0.1';
const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);
/** Boards of any other are not for those without a pass, whatever they are called. */
const studioName = 'Open to this machine';

/**
 * One room, and those whose names go on behind its with a slash, for anybody on this machine, without passes and
 * rights, kept like any other: so that a load tool for y-websocket servers can be pointed at it. Without a database
 * it has one of its own, that is gone afterwards.
 */
export async function openPlain({ room, config, log }: PlainOptions): Promise<Plain> {
  const own = config.databaseUrl ? null : await aDatabase();
  const url = config.databaseUrl ?? own?.url ?? '';
  const migrated = await migrate(url);
  if (!migrated.ok) throw new Error(`The database could not be prepared: ${migrated.error.code}`);
  const db = createDb(url);
  const feed = openNewsFeed(url, db);
  await feed.ready;
  const boards = new Map<string, Promise<PlainBoard>>();
  const boardAt = (name: string) => {
    const board = boards.get(name) ?? findBoard(db, name);
    boards.set(name, board);
    return board;
  };
  const nameIn = ({ url: path = '' }: IncomingMessage) => path.split('?', 1)[0]?.slice(1) ?? '';
  const rooms = serveRooms({
    db,
    feed,
    // Its own, not the pages': who starts at an address has the rooms of what was there before.
    url: `ws://${host}:${config.port}`,
    isApart: true,
    door: async (request) => {
      const name = nameIn(request);
      const isHere = isFromHere(request) && (name === room || name.startsWith(`${room}/`));
      return isHere ? anybody(await boardAt(name)) : null;
    },
    onError: (err) => log.error({ err }, 'room failed'),
  });
  const server = createServer((_, response) => response.writeHead(404).end());
  server.on('upgrade', rooms.upgrade);
  await rooms.ready;
  server.listen(config.port, host);
  await once(server, 'listening');
  return {
    host,
    port: config.port,
    async stop() {
      await rooms.stop();
      await feed.stop();
      server.close();
      await db.$disconnect();
      await own?.stop();
    },
  };
}

/** A page from elsewhere that is open in a browser on this machine could reach us as well; it says where it is from. */
function isFromHere({ headers: { host: reached, origin } }: IncomingMessage): boolean {
  const addresses = [`http://${reached}`, ...(origin === undefined ? [] : [origin])];
  return addresses.every((address) => URL.canParse(address) && loopback.has(new URL(address).hostname));
}

/** Somebody else each time, who may write and hears no news. */
function anybody({ studioId, boardId }: PlainBoard): RoomReader {
  return { ...unknown, studioId, boardId, readerId: newId() };
}

const unknown: Omit<RoomReader, 'studioId' | 'boardId' | 'readerId'> = {
  person: null,
  endsAt: null,
  access: async () => ok('write'),
  read: async ({ after }) => ok({ items: [], upto: after }),
  head: async () => 0,
};

async function findBoard(db: Db, name: string): Promise<PlainBoard> {
  const there = await db.board.findFirst({ where: { name, studio: { name: studioName } } });
  return there ? { studioId: there.studioId as StudioId, boardId: there.id as BoardId } : makeBoard(db, name);
}

async function makeBoard(db: Db, name: string): Promise<PlainBoard> {
  const ctx = { db, now: () => new Date() };
  const owner = { email: `${newId()}@example.com`, name: 'Owner' };
  const studio = await createStudio(ctx, { name: studioName, owner });
  if (!studio.ok) throw new Error(studio.error.code);
  const { studioId, ownerId: personId } = studio.value;
  const actor = await loadPerson(db, { studioId, personId });
  if (!actor) throw new Error('The owner just made is no member');
  const project = await createProject(ctx, actor, { id: newId<ProjectId>(), name: 'Bench' });
  if (!project.ok) throw new Error(project.error.code);
  const wish = { id: newId<BoardId>(), name, projectId: project.value.id };
  const board = await createBoard(ctx, actor, wish);
  if (!board.ok) throw new Error(board.error.code);
  return { studioId, boardId: wish.id };
}

async function aDatabase(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pinpaint-room-'));
  // The database may run as another user and has to pass through.
  await chmod(dataDir, 0o711);
  const started = await startEmbeddedPostgres({ dataDir });
  if (!started.ok) throw new Error(`The database did not start: ${started.error.code}`);
  return {
    url: started.value.url,
    async stop() {
      await started.value.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
