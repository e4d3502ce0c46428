import { series } from './enSeries.ts';

/** For the series panel alone, which is fetched when somebody opens it. */
export const seriesTexts = series;
