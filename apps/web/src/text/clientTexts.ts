import { client, shared } from './enClient.ts';

/** What every screen and every part of one says. */
export const sharedTexts = shared;

/** For the client’s page: its script is small, and knows nothing of the studio’s words. */
export const clientTexts = { ...shared, client };
