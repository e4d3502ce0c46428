import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from './generated/client.ts';

export type Db = PrismaClient;
/** What a transaction may use; every read and write inside it goes through this and not through Db. */
export type Tx = Prisma.TransactionClient;
export type Json = Prisma.InputJsonValue;

/** Connections a process may hold: two cores want few, and Postgres allows 100 in all. */
const poolSize = 12;

export type DbOptions = {
  /**
   * A connection that does not answer for so long is given up, and a transaction of ours whose next statement does
   * not come lets go of its locks; without it, when TCP has noticed, which may take a quarter of an hour.
   */
  readonly answerMs?: number;
};

/** @param url a postgres:// address with its database. Connects on first use; end with `$disconnect`. */
export function createDb(url: string, { answerMs }: DbOptions = {}): Db {
  const adapter = new PrismaPg({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    ...(answerMs && { query_timeout: answerMs, idle_in_transaction_session_timeout: answerMs }),
  });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 15_000 } });
}
