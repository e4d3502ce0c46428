import type { Metrics } from '@pinpaint/config';
import type { RoomsWatch } from './RoomsWatch.ts';

/** An append on a quiet database takes a millisecond, on one in trouble seconds. */
const appendBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** What Prometheus is told of a process's rooms. */
export function tellOfRooms({ gauge, counter, seconds }: Metrics, watch: RoomsWatch): void {
  gauge({ name: 'pinpaint_rooms', help: 'Rooms open' }, () => watch.rooms());
  gauge({ name: 'pinpaint_room_connections', help: 'Connections to rooms' }, () => watch.connections);
  gauge(
    { name: 'pinpaint_room_buffered_bytes', help: 'What waits in memory for slow readers' },
    () => watch.bufferedBytes,
  );
  gauge({ name: 'pinpaint_room_unkept_bytes', help: 'Updates taken and not kept yet' }, () =>
    watch.unkeptBytes(),
  );
  gauge({ name: 'pinpaint_room_appends_under_way', help: 'Writes on their way' }, () => watch.appending);
  counter({ name: 'pinpaint_room_received_bytes_total', help: 'From people' }, () => watch.bytes.in);
  counter({ name: 'pinpaint_room_sent_bytes_total', help: 'To people' }, () => watch.bytes.out);
  counter({ name: 'pinpaint_room_ticks_total', help: 'Rounds of telling and keeping' }, () => watch.ticks);
  counter({ name: 'pinpaint_room_appended_bytes_total', help: 'Updates kept' }, () => watch.appendedBytes);
  counter(
    { name: 'pinpaint_room_failed_appends_total', help: 'Writes that failed' },
    () => watch.failedAppends,
  );
  counter({ name: 'pinpaint_room_compactions_total', help: 'Snapshots made' }, () => watch.compactions);
  counter(
    { name: 'pinpaint_room_closes_total', help: 'Connections that ended', label: 'reason' },
    () => watch.closes,
  );
  const facts = { name: 'pinpaint_room_append_seconds', help: 'From writing to being kept' };
  watch.onAppend = seconds(facts, appendBuckets);
}
