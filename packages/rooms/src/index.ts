export { type FeedItem, type FeedPage, type FeedReader, follow } from './news/follow.ts';
export { type NewsFeed, type NewsWait, openNewsFeed } from './news/newsFeed.ts';
export { guestCookie, secretOfCookies, sessionCookie } from './news/secretOfCookies.ts';
export { type NewsOptions, type NewsServer, serveNews } from './news/serveNews.ts';
export { type News, type NewsMessage, newsProtocol } from './news/wire.ts';
export {
  type Door,
  passDoor,
  type RoomReader,
  type RoomsOptions,
  type RoomsServer,
  serveRooms,
} from './rooms/serveRooms.ts';
export { attachSockets, newsPath, roomsPath } from './sockets/attachSockets.ts';
export { type CloseReason, closeCodes } from './sockets/closeCodes.ts';
export { countOpen, openAtMost } from './sockets/countOpen.ts';
export { RoomsWatch } from './watch/RoomsWatch.ts';
export { tellOfRooms } from './watch/tellOfRooms.ts';
