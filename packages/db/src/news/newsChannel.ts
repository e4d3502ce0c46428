/** The one LISTEN/NOTIFY channel for committed events; its payload is the studio's id, a wake-up and no data. */
export const newsChannel = 'pinpaint_news';
/** Wakes those who wait for work: an edit is ready to be claimed, or a running one was cancelled. */
export const workChannel = 'pinpaint_work';
