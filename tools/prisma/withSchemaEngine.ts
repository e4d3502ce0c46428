import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  bindMigrationAwareSqlAdapterFactory,
  type ErrorCapturingSqlMigrationAwareDriverAdapterFactory,
  type SqlDriverAdapter,
} from '@prisma/driver-adapter-utils';
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { describingAdapter } from './describingAdapter.ts';

/**
 * Prisma's own schema engine, as WebAssembly from npm: the native one comes by a download that not
 * every machine has. Its shadow databases are made in the same cluster, and dropped after use.
 */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  use: (engine: wasm.SchemaEngine) => Promise<T>,
): Promise<T> {
  await loadEngine();
  const open: SqlDriverAdapter[] = [];
  const adapters = bindMigrationAwareSqlAdapterFactory({
    provider: 'postgres',
    adapterName: 'pinpaint-migrations',
    async connect() {
      const adapter = await describingAdapter(databaseUrl);
      open.push(adapter);
      return adapter;
    },
    connectToShadowDb: () => shadowAdapter(databaseUrl),
  });
  try {
    return await use(await wasm.SchemaEngine.new({ datamodels: undefined }, () => {}, adapters));
  } catch (error) {
    throw new Error(describe(error, adapters));
  } finally {
    // The engine never ends its connections, nor gives their locks back.
    await Promise.all(open.map((adapter) => adapter.dispose()));
  }
}

/** Where the database refused, the engine only has a number for what it said. */
function describe(error: unknown, adapters: ErrorCapturingSqlMigrationAwareDriverAdapterFactory): string {
  const message = error instanceof Error ? error.message : JSON.stringify(error);
  const id = /External error id#(\d+)/.exec(message)?.[1];
  const said = id === undefined ? undefined : adapters.errorRegistry.consumeError(Number(id))?.error;
  if (!said) return message;
  const cause = said instanceof Error ? said.message : JSON.stringify(said);
  return `${message.split('\n', 1)[0]}\n${cause}`;
}

let isLoaded = false;

async function loadEngine(): Promise<void> {
  if (isLoaded) return;
  const entry = fileURLToPath(import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
  const bytes = await readFile(entry.replace(/\.js$/, '.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...wasm } });
  wasm.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  isLoaded = true;
}

async function shadowAdapter(databaseUrl: string) {
  const database = `prisma_migrate_shadow_db_${randomUUID()}`;
  await inCluster(databaseUrl, `CREATE DATABASE "${database}" TEMPLATE template0`);
  const url = new URL(databaseUrl);
  url.pathname = `/${database}`;
  const adapter = await describingAdapter(url.href);
  const end = adapter.dispose.bind(adapter);
  return Object.assign(adapter, {
    dispose: async () => {
      await end();
      await inCluster(databaseUrl, `DROP DATABASE "${database}" WITH (FORCE)`);
    },
  });
}

async function inCluster(databaseUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
