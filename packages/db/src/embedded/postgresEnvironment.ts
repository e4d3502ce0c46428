/** PGDATA, PGPORT and their like would override what we say; a locale the caller names may not exist here. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const environment = { ...process.env };
  for (const name of Object.keys(environment)) {
    if (/^(PG|LC_|LANG)/.test(name)) delete environment[name];
  }
  return { ...environment, LC_ALL: 'C', TZ: 'UTC' };
}
