/** One thing that is run as a process of its own; `command` is a script that our Node runs. */
export type Step = {
  readonly name: string;
  readonly command: readonly [script: string, ...args: string[]];
  /** Names of the steps that must have ended, well or not. */
  readonly after?: readonly string[];
  /** Where vitest leaves its JSON report; a step with one must have run at least one test. */
  readonly reportFile?: string;
};

export type StepResult = {
  readonly name: string;
  readonly isOk: boolean;
  readonly seconds: number;
  /** null for a step that runs no tests. */
  readonly tests: TestCount | null;
  /** What the process wrote, both streams as they came. */
  readonly output: string;
  /** Where the whole output stays, as a path in the checkout. */
  readonly logFile: string;
};

export type TestCount = {
  readonly passed: number;
  readonly failed: number;
  /** Full names: a test that didn't run proves nothing, so somebody should hear of it. */
  readonly skipped: readonly string[];
  /** Those that passed at their second try only, and what the first one said. */
  readonly unsteady: readonly { readonly fullName: string; readonly why: string }[];
};
