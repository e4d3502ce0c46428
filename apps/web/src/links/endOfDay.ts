import { ApiError } from '../data/ApiError.ts';

/** The last moment of a day in the reader's zone. @param day as a date field gives it; '' is no day. */
export function endOfDay(day: string): string | null {
  const moment = new Date(`${day}T23:59:59`);
  return day === '' || Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}

/** Whether it was refused because that day is over: said at the day, and not at the name. */
export function isExpiryPast(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'expiry.past';
}
