/** What the API said no with, or that it could not be reached. `code` is stable. */
export class ApiError extends Error {
  /** 0 when nothing has answered. */
  readonly status: number;
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, title: string, facts: Readonly<Record<string, unknown>> = {}) {
    super(title);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.facts = facts;
  }

  /** Whether the same again, later, may well be answered otherwise. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }

  /** For whoever is asked for help: what "Copy details" copies. */
  get details(): string {
    return JSON.stringify({ code: this.code, status: this.status, ...this.facts });
  }
}
