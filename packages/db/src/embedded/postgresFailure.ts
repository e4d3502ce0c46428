/** What can keep the embedded Postgres from starting, with the facts its message needs. */
export type PostgresFailure =
  | { readonly code: 'postgres.unsupported-platform'; readonly platform: string }
  | { readonly code: 'postgres.data-unwritable'; readonly dataDir: string; readonly reason: string }
  | { readonly code: 'postgres.in-use'; readonly dataDir: string; readonly pid: number }
  | { readonly code: 'postgres.port-taken'; readonly port: number }
  | { readonly code: 'postgres.start-failed'; readonly dataDir: string; readonly reason: string };

/** One line a person can act on. */
export function describePostgresFailure(failure: PostgresFailure): string {
  switch (failure.code) {
    case 'postgres.unsupported-platform':
      return `There is no embedded Postgres for ${failure.platform}; set DATABASE_URL to one of your own.`;
    case 'postgres.data-unwritable':
      return `The data folder ${failure.dataDir} can't be written to (${failure.reason}); set DATA_DIR to another one.`;
    case 'postgres.in-use':
      return `Another Postgres (process ${failure.pid}) is running on ${failure.dataDir}; stop it first.`;
    case 'postgres.port-taken':
      return `Port ${failure.port} is taken, so Postgres can't listen on it.`;
    case 'postgres.start-failed':
      return `Postgres on ${failure.dataDir} did not start: ${failure.reason}`;
  }
}
