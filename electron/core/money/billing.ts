/** A number kept until its bill goes back this long before it: time for retries and for clocks that differ. */
export const giveBackLeadMs = 6 * 3_600_000;

/**
 * The first bill after `after`: on the purchase's day of the month at 00:00 UTC, or the last day of a shorter month
 * (Twilio support 223182908). Milliseconds since the epoch.
 */
export function nextBill(boughtAt: number, after: number): number {
  const bought = new Date(boughtAt);
  const from = new Date(Math.max(after, boughtAt));
  for (let months = 0; ; months += 1) {
    const at = billInMonth(bought, from.getUTCFullYear(), from.getUTCMonth() + months);
    if (at > from.getTime()) return at;
  }
}

function billInMonth(bought: Date, year: number, month: number): number {
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(bought.getUTCDate(), lastDay));
}

/** When a number idle since `idleSince` goes back, ahead of its next bill. */
export function giveBackTime(boughtAt: number, idleSince: number): number {
  return nextBill(boughtAt, idleSince) - giveBackLeadMs;
}
