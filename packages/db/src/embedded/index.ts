export { describePostgresFailure, type PostgresFailure } from './postgresFailure.ts';
export { runningPostgresUrl } from './runningPostgresUrl.ts';
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './startEmbeddedPostgres.ts';
