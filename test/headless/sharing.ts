import { expect } from 'vitest';
import type { Lease } from '../../electron/contract/state.ts';
import type { Answer, TestHost } from './harness.ts';

/** Somebody who shares the host, by a token of their own. */
export interface Guest {
  token: string;
  call: TestHost['call'];
  /** Takes a number of the United States, and expects to get it. */
  lease(input?: Record<string, unknown>): Promise<Lease>;
}

/** Makes a token, and answers with what its owner can do. */
export async function guestOf(
  { call }: TestHost,
  name: string,
  limits: { leases?: number; perDay?: string; perMonth?: string } = {},
): Promise<Guest> {
  const { status, body } = await call('POST', '/v1/tokens', { name, ...limits });
  expect(status, JSON.stringify(body)).toBe(201);
  const { token } = body as { token: string };
  const asGuest: TestHost['call'] = (method, path, input, headers): Promise<Answer> =>
    call(method, path, input, { authorization: `Bearer ${token}`, ...headers });
  const lease = async (input: Record<string, unknown> = {}): Promise<Lease> => {
    const answer = await asGuest('POST', '/v1/leases', { country: 'US', type: 'local', ...input });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return answer.body as Lease;
  };
  return { token, call: asGuest, lease };
}
