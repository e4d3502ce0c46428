import type { Log } from '@pinpaint/config';
import type { NewsFeed } from '@pinpaint/rooms';
import type { PostMail } from '../mail/openMail.ts';
import type { RequestWatch } from './edge/watchRequests.ts';
import type { UploadLimits } from './uploads/receiveUpload.ts';

/** What the API needs besides what actions need. */
export type ApiDeps = {
  readonly log: Log;
  readonly answered?: NonNullable<RequestWatch['answered']>;
  /** The process's one feed. */
  readonly news: NewsFeed;
  /** Where people reach this installation: only its pages' cookies count. */
  readonly publicUrl: string;
  /** Where somebody outside reaches it just now: review links begin with it. */
  readonly linksAt: () => string;
  /** How many of our own proxies a request has come through. */
  readonly trustedProxies: number;
  readonly uploads: UploadLimits;
  /** null: no mail is set up, so nobody is invited by one and no link can ask for a mailed code. */
  readonly postMail: PostMail | null;
};
