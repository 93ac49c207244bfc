/** Where an alert stands in its life on a given day. All days are days in Vietnam, `YYYY-MM-DD`. */

/** How long an alert counts as new, and a change of it as recent. */
const RECENT_DAYS = 14;

export type AlertStatus = 'new' | 'updated' | 'current' | 'expired' | 'withdrawn';

interface Dates {
  publishedAt: string;
  updatedAt?: string | undefined;
  expiresAt: string;
  withdrawn?: { date: string } | undefined;
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** What a reader should be told of an alert on `day`. An alert is in force on the whole of its last day. */
export const alertStatus = ({ publishedAt, updatedAt, expiresAt, withdrawn }: Dates, day: string): AlertStatus => {
  if (withdrawn) return 'withdrawn';
  if (expiresAt < day) return 'expired';
  if (updatedAt && updatedAt > publishedAt && daysBetween(updatedAt, day) < RECENT_DAYS) return 'updated';
  return daysBetween(publishedAt, day) < RECENT_DAYS ? 'new' : 'current';
};

/** Whether people should act on an alert on `day`. */
export const inForce = (dates: Dates, day: string): boolean =>
  !['expired', 'withdrawn'].includes(alertStatus(dates, day));
