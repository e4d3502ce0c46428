/** Why a socket was closed. 4400 to 4499: coming back with the same token is of no use, or too soon. */
export const closeCodes = {
  badMessage: [4400, 'A message was not understood.'],
  notAdmitted: [4401, 'The token is not known, or no longer good.'],
  forbidden: [4403, 'This page may not open the socket.'],
  readOnly: [4405, 'You may look at this board, not change it.'],
  slowReader: [4408, 'News came faster than they were read.'],
  rightsChanged: [4409, 'What you may do here has changed; ask for a new token.'],
  documentFull: [4413, 'The board holds as much as it can.'],
  elsewhere: [4421, 'The room is kept elsewhere now; ask for a new token.'],
  tooManyGaps: [4422, 'Changes came without what they build on.'],
  badShape: [4424, 'A change was of a shape that no board has.'],
  tooManyMessages: [4429, 'Too many messages.'],
  tooCostly: [4431, 'What you send takes too much time; come back in a while.'],
  tooManySockets: [4430, 'You have too many screens open at once.'],
  studioFull: [4432, 'Your studio has too many screens or boards open at once.'],
  /** Changes had been refused on this connection while the database was away. */
  keptAgain: [4503, 'Changes are kept again; come back with yours.'],
  /** By RFC 6455: the server goes away; come back. */
  goingAway: [1001, 'The server is stopping.'],
  /** By RFC 6455's registry: come back later. */
  full: [1013, 'Too many sockets are open here.'],
  serverFault: [1011, 'Something went wrong here.'],
} as const satisfies Record<string, readonly [number, string]>;

export type CloseReason = keyof typeof closeCodes;
