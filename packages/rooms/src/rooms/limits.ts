/** What one board's room, and one connection to it, may take of a server; each is far above what people do. */
export const roomLimits = {
  /** An afternoon's work without a connection comes in one message; so does a whole board of 20,000 shapes that is restored. */
  messageBytes: 8 * 1024 * 1024,
  /** Of one connection, of whatever kind, as it is inflated: everybody's cursors come back to us as well. */
  lineBytes: { perSecond: 4 * 1024 * 1024, burst: 64 * 1024 * 1024 },
  /** Somebody alone brings their own changes; who comes back to a server that has lost its disk brings everybody's. */
  messageClients: 4_096,
  /** Some parts of a board, and what was deleted from it; each takes some hundred bytes of memory once it is in. */
  messageStructs: 100_000,
  messageDeletions: 500_000,
  documentStructs: 1_000_000,
  /** One more for each screen that has ever changed something; those who join are told of each. */
  documentClients: 250_000,
  /** Yjs counts what each client has ever written; beyond 2^53 nobody could read it any more. */
  clock: 2 ** 48,
  /** Values within values, and shared types within shared types; ours hold six and none. */
  valueDepth: 64,
  typeDepth: 32,
  /** Joining takes a copy of it, so it bounds what each join costs. */
  documentBytes: 32 * 1024 * 1024,
  /** A pen tells of 240 points a second. */
  changes: { perSecond: 250, burst: 800 },
  /** Cursors move at 20 Hz. What is beyond is dropped: the next one says the same better. */
  presence: { perSecond: 60, burst: 120 },
  /** Standard clients send back all that they have heard at once. */
  presenceEntries: 4_096,
  /** A program that has just come may ask who is there; it is told anyway. */
  presenceAsked: { perSecond: 1, burst: 5 },
  /** Standard clients send back everybody's presence, so this counts people × 20 Hz. */
  messages: { perSecond: 4_000, burst: 8_000 },
  /** Of a studio in one process, over all its rooms: a crowd of 1,500 that moves, and as much as a line takes of changes. One person has half of the messages. */
  studioSockets: 1_500,
  studioRooms: 500,
  studioMessages: { perSecond: 40_000, burst: 80_000 },
  studioBytes: { perSecond: 8 * 1024 * 1024, burst: 128 * 1024 * 1024 },
  /** Of one person's changes: some boards at once, and then what several pens draw; more would push others' past out of a board's history. */
  personBytes: { perSecond: 256 * 1024, burst: 64 * 1024 * 1024 },
  /** Of one person, in ms that applying their changes and answering them has taken; an afternoon's work takes some hundred. */
  personMs: { perSecond: 150, burst: 3_000 },
  /** Cursor, name, colour, selection. */
  presenceBytes: 4 * 1024,
  /** A client's number stays its person's for as long as so many others have not come since. */
  presenceOwners: 10_000,
  /** How often what waits for what it builds on is tried again, with what has come since, at some ms each. */
  gapTries: 32,
  gapBytes: 1024 * 1024,
  /** What may wait for a database that is away, of one room and of all rooms of a process; then changes are refused. */
  unkeptBytes: 16 * 1024 * 1024,
  processUnkeptBytes: 128 * 1024 * 1024,
  /** What may wait in our memory for one reader: more than a whole document. */
  bufferedBytes: 48 * 1024 * 1024,
  /** Who asks for more while so much of what they asked for waits for them does not read. */
  unreadBytes: 1024 * 1024,
  /** With more than this waiting, cursors are left out. */
  presenceBufferedBytes: 256 * 1024,
} as const;
