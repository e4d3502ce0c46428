import type { Cost } from '@pinpaint/domain';
import { megapixels, money } from '../../../ui/numbers.ts';

/** $0.04 · 0.15 MP. Seconds are left out: how busy a machine was is no difference between two ways to work. */
export function costText({ usd, pixels }: Cost): string {
  return `${money(usd)} · ${megapixels(pixels)}`;
}
