/** What the driver says when nobody answers any more, or nobody did. */
const kinds = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections']);
/** Of a connection that broke in mid-transaction pg says only this. */
const brokenConnection =
  /^(Client has encountered a connection error|Connection terminated|Query read timeout)/;

/** Whether an error means that the database can't be reached, and not that something is wrong with what was asked. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { meta } = error as {
    readonly meta?: { readonly driverAdapterError?: { readonly cause?: unknown } };
  };
  const kind = (meta?.driverAdapterError?.cause as { readonly kind?: string } | undefined)?.kind;
  return (kind !== undefined && kinds.has(kind)) || brokenConnection.test(error.message);
}
