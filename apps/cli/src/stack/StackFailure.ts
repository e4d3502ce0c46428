import { describePostgresFailure, type PostgresFailure } from '@pinpaint/db/embedded';

/** Why the stack can't run, in one line for a person. */
export class StackFailure extends Error {
  readonly code: string;

  constructor(code: string, says: string) {
    super(says);
    this.name = 'StackFailure';
    this.code = code;
  }

  static ofPostgres(failure: PostgresFailure): StackFailure {
    return new StackFailure(failure.code, describePostgresFailure(failure));
  }
}
