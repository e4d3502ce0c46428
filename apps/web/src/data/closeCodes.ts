/** Why `packages/rooms` closes a socket, of what a page does something about. */
export const closeCodes = {
  badMessage: 4400,
  notAdmitted: 4401,
  forbidden: 4403,
  slowReader: 4408,
  documentFull: 4413,
  tooManyGaps: 4422,
  badShape: 4424,
  tooManyMessages: 4429,
  tooManySockets: 4430,
  tooCostly: 4431,
  studioFull: 4432,
  full: 1013,
} as const;

/** By RFC 6455: a message was larger than is taken. */
export const messageTooLarge = 1009;
