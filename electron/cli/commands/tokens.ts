import { plainText } from '../../contract/plainText.ts';
import type { NamedToken, NewToken } from '../../contract/sharing.ts';
import type { Money } from '../../contract/state.ts';
import { ask, type Host } from '../host.ts';
import { moneyText, print, table } from '../output.ts';
import type { Process } from '../process.ts';

/** Creates a token and prints it; it is never shown again. */
export async function addToken(process: Process, host: Host, asJson: boolean, wanted: NewToken): Promise<void> {
  const added = await ask<NamedToken & { token: string }>(host, 'POST', '/v1/tokens', wanted);
  print(process, asJson, added, added.token);
  if (!asJson) process.stderr.write('Keep it well: it is not shown again. Scripts take it from OTP_DOCK_TOKEN.\n');
}

/** Lists who shares this host and what they use. */
export async function listTokens(process: Process, host: Host, asJson: boolean): Promise<void> {
  const answer = await ask<{ tokens: NamedToken[] }>(host, 'GET', '/v1/tokens');
  print(process, asJson, answer, table(answer.tokens.map(row)) || 'There are no tokens with names.');
}

/** Rejects a token from now on. Fails with NOT_FOUND. */
export async function removeToken(process: Process, host: Host, asJson: boolean, name: string): Promise<void> {
  const removed = await ask<NamedToken>(host, 'DELETE', `/v1/tokens/${encodeURIComponent(name)}`);
  print(process, asJson, removed, `The token ${plainText(name)} is refused from now on${endingOf(removed)}.`);
}

function endingOf(removed: NamedToken): string {
  const count = removed.used.leases;
  return count === 0
    ? ''
    : `, and ${count === 1 ? 'its lease ends by its policy' : `its ${count} leases end by their policies`}`;
}

function row({ name, since, limits, used }: NamedToken): string[] {
  return [
    plainText(name),
    `${used.leases}${limits.leases === null ? '' : ` of ${limits.leases}`} ${used.leases === 1 && limits.leases === null ? 'lease' : 'leases'}`,
    `today ${spent(used.today, limits.perDay)}`,
    `this month ${spent(used.thisMonth, limits.perMonth)}`,
    `since ${since.slice(0, 10)}`,
  ];
}

function spent(amount: Money, limit: Money | null): string {
  return limit ? `${amount.amount} of ${moneyText(limit)}` : moneyText(amount);
}
