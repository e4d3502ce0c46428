import { usdText } from '@pinpaint/domain';
import { texts } from '../text/texts.ts';

/** 2,797 */
export function wholeNumber(n: number): string {
  return Math.round(n).toLocaleString(texts.language);
}

/** $0.31, $0.134 */
export function money(usd: number): string {
  return usdText(usd);
}

/** 4.2 s, 38 s */
export function seconds(s: number): string {
  return `${s < 10 ? s.toFixed(1) : Math.round(s)} s`;
}

/** 4.2 s, 38 s, 7 min: for what goes on longer than anybody counts. */
export function duration(s: number): string {
  return s < 100 ? seconds(s) : texts.times.minutes(Math.floor(s / 60));
}

/** 2.05 MP, or pixels below a hundredth of that. */
export function megapixels(pixels: number): string {
  return pixels < 10_000 ? `${wholeNumber(pixels)} px` : `${(pixels / 1e6).toFixed(2)} MP`;
}

/** 46 %, 0.9 %; what is there at all is never said to be nothing. */
export function percent(share: number): string {
  const n = share * 100;
  if (n === 0 || n >= 10) return `${Math.round(n)} %`;
  return n < 0.1 ? '< 0.1 %' : `${Number(n.toFixed(1))} %`;
}
