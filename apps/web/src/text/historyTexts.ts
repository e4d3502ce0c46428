import { history } from './enHistory.ts';

/** For the history panel alone, which is fetched when somebody opens it. */
export const historyTexts = history;
