export const templateDatabase = 'template_migrated';

/** The address of another database in the same cluster. */
export function databaseUrl(clusterUrl: string, database: string): string {
  const url = new URL(clusterUrl);
  url.pathname = `/${database}`;
  return url.href;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Set by globalSetup.ts. */
    testPostgresUrl: string;
  }
}
