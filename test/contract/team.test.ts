import { expect, test } from 'vitest';
import { teamSchema } from '../../electron/contract/team.ts';

test.each([
  ['https://dock.example.com', true],
  ['https://dock.example.com:8443/', true],
  ['http://127.0.0.1:5001', true],
  ['http://localhost:5001', true],
  ['http://dock.example.com', false],
  ['http://localhost.example.com', false],
  ['http://127.0.0.1.example.com:80', false],
  ['dock.example.com', false],
])('the address %s may be given: %s', (url, may) =>
  expect(teamSchema.safeParse({ url, token: 'x'.repeat(43) }).success).toBe(may),
);
