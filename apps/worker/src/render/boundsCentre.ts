import { boundsOfRegion, type FramePoint, type Region } from '@pinpaint/domain';

/** The middle of what holds a region; null for the whole frame. */
export function boundsCentre(region: Region): FramePoint | null {
  const bounds = boundsOfRegion(region);
  return bounds && [bounds.x + bounds.width / 2, bounds.y + bounds.height / 2];
}
