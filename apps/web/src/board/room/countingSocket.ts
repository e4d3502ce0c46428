import { messageTypes } from '@pinpaint/board';
import { messageYjsSyncStep1 } from 'y-protocols/sync';

/** A socket that tells of each message with changes, which the server acknowledges by their number. */
export function countingSocket(onChange: () => void): typeof WebSocket {
  return class extends WebSocket {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (data instanceof Uint8Array && isChange(data)) onChange();
      super.send(data);
    }
  };
}

/** Step 2 and updates. */
function isChange([type, step]: Uint8Array): boolean {
  return type === messageTypes.sync && step !== messageYjsSyncStep1;
}
