import { z } from 'zod';
import { baseUrlSchema } from './settings.ts';
import { phrases } from './words/phrases.ts';

const { validation: says } = phrases;

/** Over http anybody on the way could read the token. On this computer there is no way. */
const isSafe = (url: string) => /^https:|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(url);

/** A team's host: the address that all its hosts share, and its owner's token. */
export const teamSchema = z.strictObject({
  url: baseUrlSchema.refine(isSafe, says.teamUrl.key),
  token: z
    .string()
    .trim()
    .regex(/^[\w-]{16,400}$/, says.teamToken.key),
});
export type Team = z.infer<typeof teamSchema>;
