import { roomNewsMessage } from '@pinpaint/board';
import { isAway } from '@pinpaint/db';
import { Lookout, type Rest } from '../news/Lookout.ts';
import type { NewsFeed } from '../news/newsFeed.ts';
import { traceNews } from '../news/traceNews.ts';
import { newsMessage } from '../news/wire.ts';
import { Packet } from '../sockets/Packet.ts';
import type { RoomReader } from './passDoor.ts';
import type { RoomMember } from './RoomMember.ts';

const pageSize = 200;
/** How long rights go unlooked at while nothing happens in the studio: every loss of them is an event, or has its hour. */
const longestQuietMs = 30_000;
/** Whose end has come by our clock, and not by the database's, is looked at as often as this. */
const endedAgainMs = 500;
/** While the database is away: how often it is asked again, and how long people stay whose rights can't be looked at. */
const lookAgainMs = 1_000;
const unseenMs = 120_000;

export type NewsTellerOptions = {
  readonly feed: NewsFeed;
  readonly member: RoomMember;
  readonly reader: RoomReader;
  /** The last event that is not told. */
  readonly after: number;
  readonly onError: (error: unknown, at: { readonly boardId: string }) => void;
};

/**
 * Tells a member what happens in the studio. Each page is a look at the rights as well; so is the moment their end has
 * come, of which there are no news. While the database is away nobody can lose a right, so people stay, for a while.
 */
export class NewsTeller {
  readonly #member: RoomMember;
  readonly #reader: RoomReader;
  readonly #onError: NewsTellerOptions['onError'];
  readonly #lookout: Lookout;
  #after: number;
  #seenAtMs = performance.now();

  constructor({ feed, member, reader, after, onError }: NewsTellerOptions) {
    this.#member = member;
    this.#reader = reader;
    this.#after = after;
    this.#onError = onError;
    const { studioId } = reader;
    this.#lookout = new Lookout({ feed, studioId, look: () => this.#tell().catch((e) => this.#bear(e)) });
    this.#lookout.lookNow();
  }

  end(): void {
    void this.#lookout.end();
  }

  async #tell(): Promise<Rest | 'again' | null> {
    const [member, reader] = [this.#member, this.#reader];
    const page = await reader.read({ after: this.#after, limit: pageSize });
    const access = page.ok ? await reader.access() : page;
    if (!page.ok || !access.ok) return this.#close('notAdmitted');
    if ((access.value === 'write') !== member.mayWrite) return this.#close('rightsChanged');
    const { items, upto, hasMore } = page.value;
    if (items.length > 0) member.send(new Packet(roomNewsMessage(newsMessage(page.value))));
    traceNews(page.value, { 'pinpaint.board': reader.boardId });
    this.#after = upto;
    this.#seenAtMs = performance.now();
    return hasMore ? 'again' : { upto, limitMs: quietMs(reader) };
  }

  #bear(error: unknown): Rest | null {
    const isUnseen = performance.now() - this.#seenAtMs > unseenMs;
    // A database on its way down or up says so in many ways; what it is, is only told when it is strange.
    if (isUnseen || !isAway(error)) this.#onError(error, { boardId: this.#reader.boardId });
    return isUnseen ? this.#close('serverFault') : { limitMs: lookAgainMs };
  }

  #close(reason: Parameters<RoomMember['close']>[0]): null {
    this.#member.close(reason);
    return null;
  }
}

function quietMs({ endsAt }: RoomReader): number {
  const leftMs = endsAt ? endsAt.getTime() - Date.now() : longestQuietMs;
  return Math.min(longestQuietMs, Math.max(endedAgainMs, leftMs));
}
