export { attachNews, newsPath } from './news/attachNews.ts';
export { type CloseReason, closeCodes } from './news/closeCodes.ts';
export { countOpen, openAtMost } from './news/countOpen.ts';
export { type FeedItem, type FeedPage, type FeedReader, follow } from './news/follow.ts';
export { type NewsFeed, type NewsWait, openNewsFeed } from './news/newsFeed.ts';
export { guestCookie, secretOfCookies, sessionCookie } from './news/secretOfCookies.ts';
export { type NewsOptions, type NewsServer, serveNews } from './news/serveNews.ts';
export { type News, type NewsMessage, newsProtocol } from './news/wire.ts';
