import { it } from 'vitest';
import { receiveThroughKills } from './receiving.ts';

const messages = Number(process.env['OTP_DOCK_MESSAGES'] ?? 2_000);
const kills = messages < 10_000 ? 8 : 20;

it(
  `${messages} messages, some of them late or doubled, are all in the history once, although the app is killed ${kills} times`,
  () => receiveThroughKills(messages, kills),
  60_000 + messages * 50,
);
