import { z } from 'zod';

/** ISO 3166-1 alpha-2, upper-cased. */
export const countrySchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, 'A country is two letters, such as IN or US.');

export const numberTypes = ['mobile', 'local', 'tollFree'] as const;
export const numberTypeSchema = z.enum(numberTypes);
export type NumberType = (typeof numberTypes)[number];

/** What happens to a number when its lease ends. `release` gives it back to Twilio at once. */
export const policySchema = z.enum(['release']);
export type Policy = z.infer<typeof policySchema>;

/** Seconds; a week at most, so that a typing error cannot keep a number for years. */
export const ttlSchema = z.number().int().min(1).max(604_800);

const originOnly = 'Give the address alone, such as https://example.com or https://example.com/hooks.';
export const publicUrlSchema = z
  .url({ protocol: /^https?$/, error: originOnly })
  .refine((text) => !/[?#@]/.test(text), originOnly)
  .transform((text) => text.replace(/\/+$/, ''));

/** The longest pattern of a rule, in characters: what it costs to match grows with it. */
const longestPattern = 300;

/**
 * A rule of one's own for finding the code, tried before all others: a regular expression with a group named `code`,
 * for one sender or for all. The core checks the pattern (see electron/core/otp/rules) when it is stored.
 */
export const ruleSchema = z.strictObject({
  id: z.string().min(1).max(64),
  name: z.string().trim().min(1, 'Give the rule a name.').max(80),
  /** As it stands in the message (a number in E.164, a short code or letters; case does not count); null for all. */
  sender: z.string().trim().min(1).max(40).nullable(),
  pattern: z.string().min(1, 'Give a pattern.').max(longestPattern),
});
export type Rule = z.infer<typeof ruleSchema>;

const rulesSchema = z.array(ruleSchema).max(100, 'A hundred rules are the most.');

export const receptionKinds = ['ngrok', 'url', 'polling'] as const;
export type ReceptionKind = (typeof receptionKinds)[number];

export const settingsSchema = z.object({
  country: countrySchema.default('IN'),
  /** null: mobile, then local, then toll-free. */
  type: numberTypeSchema.nullable().default(null),
  ttlSeconds: ttlSchema.default(60),
  policy: policySchema.default('release'),
  /** auto: `url` when a public URL is set, else `ngrok` when a token is known, else `polling`. */
  reception: z.enum(['auto', ...receptionKinds]).default('auto'),
  publicUrl: publicUrlSchema.nullable().default(null),
  ngrokDomain: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'A domain such as my-name.ngrok-free.app, without https://.')
    .nullable()
    .default(null),
  notifications: z.boolean().default(true),
  /** In the order in which they are tried. */
  rules: rulesSchema.default([]),
});

/** What a person may change. No secret is in it. */
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = settingsSchema.parse({});

/** Any part of the settings; names that do not exist are refused, so that a typing error is not lost in silence. */
export const settingsPatchSchema = z.strictObject({
  country: countrySchema.optional(),
  type: numberTypeSchema.nullable().optional(),
  ttlSeconds: ttlSchema.optional(),
  policy: policySchema.optional(),
  reception: z.enum(['auto', ...receptionKinds]).optional(),
  publicUrl: publicUrlSchema.nullable().optional(),
  ngrokDomain: settingsSchema.shape.ngrokDomain.unwrap().optional(),
  notifications: z.boolean().optional(),
  rules: rulesSchema.optional(),
});
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;
