import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, type SqlDriverAdapter, type SqlQuery } from '@prisma/driver-adapter-utils';
import pg from 'pg';

/** Postgres's one-byte type `"char"`, of which its catalogue is full. */
const oneByteChar = 18;
const text = 25;

/**
 * adapter-pg as the schema engine needs it: it reads `"char"` columns, and runs a migration as the one
 * script it is, where the original cuts it at every semicolon, also inside a function's body.
 */
export async function describingAdapter(databaseUrl: string): Promise<SqlDriverAdapter> {
  const pool = new CataloguePool({ connectionString: databaseUrl, max: 1 });
  const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  return Object.assign(adapter, {
    async executeScript(script: string): Promise<void> {
      await pool.query(script);
    },
    async queryRaw(query: SqlQuery) {
      const result = await queryRaw(query);
      const chars = pool.charColumns;
      const columnTypes = result.columnTypes.map((type, at) =>
        chars.has(at) ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    },
  });
}

/** Shows `"char"` as text, which adapter-pg can read, and remembers of the last query where that was. */
class CataloguePool extends pg.Pool {
  // The engine asks one thing after the other, so "the last query" is always its own.
  charColumns: ReadonlySet<number> = new Set();

  override async query<R extends pg.QueryResultRow>(
    query: pg.QueryConfig | string,
  ): Promise<pg.QueryResult<R>> {
    const result = await super.query<R>(query);
    // A script of several statements has a result for each, and no caller of one reads columns.
    const chars = (result.fields ?? []).filter((field) => field.dataTypeID === oneByteChar);
    this.charColumns = new Set(chars.map((field) => result.fields.indexOf(field)));
    for (const field of chars) field.dataTypeID = text;
    return result;
  }
}
