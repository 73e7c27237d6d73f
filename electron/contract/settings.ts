import { z } from 'zod';
import { languageChoices } from './words/languages.ts';
import { phrases } from './words/phrases.ts';
import { ngrokRootCas, notificationCodes, receptionKinds, setupSteps, themes } from './choices.ts';
import { numberTypes, policies } from './lease.ts';
import type { Phrase } from './words/phrase.ts';

export * from './choices.ts';
export { numberTypes, policies, type NumberType, type Policy } from './lease.ts';

const { validation: says } = phrases;

/** ISO 3166-1 alpha-2, upper-cased. */
export const countrySchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, says.country.key);

export const numberTypeSchema = z.enum(numberTypes);

export const policySchema = z.enum(policies);

/** A decimal amount in the account's currency. */
export const amountSchema = z
  .string()
  .trim()
  .regex(/^\d{1,7}(\.\d{1,4})?$/, says.amount.key);

/** A Twilio SID with this prefix. */
export function sidSchema(prefix: string, rule: string) {
  return z
    .string()
    .trim()
    .regex(new RegExp(`^${prefix}[0-9a-fA-F]{32}$`), rule);
}

/** A whole number. */
function wholeSchema(min: number, max: number, rule: string) {
  return z.number(rule).int(rule).min(min, rule).max(max, rule);
}

/** The papers that are sent with a purchase in one country; null where none is chosen. */
const papersSchema = z.strictObject({
  bundleSid: sidSchema('BU', says.bundleSid.key).nullable().default(null),
  addressSid: sidSchema('AD', says.addressSid.key).nullable().default(null),
  identitySid: sidSchema('RI', says.identitySid.key).nullable().default(null),
});
export type ChosenPapers = z.infer<typeof papersSchema>;

/** How many leases there may be at once, of the host or of a token. */
export const leasesAtOnceSchema = wholeSchema(1, 1000, says.leasesAtOnce.key);

/** Seconds; a week at most, so that a typo cannot keep a number for years. */
export const ttlSchema = wholeSchema(1, 604_800, says.duration.key);

/** How long any lease may run, in seconds from its start. */
export const maxLeaseSchema = wholeSchema(60, 2_592_000, says.leaseLimit.key);

/**
 * Seconds. An hour at most: codes are over by then, and a number that rests costs as much as one that serves. See
 * LeaseQueue for what happens where only resting numbers would do.
 */
export const quarantineSchema = wholeSchema(0, 3_600, says.quarantine.key);

/** Days; ten years at most. */
export const retentionSchema = wholeSchema(1, 3_650, says.retention.key);

const shortcutKeys = says.shortcut.key;
/** An Electron accelerator with a modifier, so that it takes no key away from typing. */
const shortcutSchema = z
  .string()
  .regex(
    /^(?=.*(Control|Alt|Meta)\+)((Control|Alt|Shift|Meta)\+)+([A-Z0-9]|F([1-9]|1\d|2[0-4])|Space|Up|Down|Left|Right)$/,
    shortcutKeys,
  )
  .refine((text) => new Set(text.split('+')).size === text.split('+').length, shortcutKeys)
  .nullable();

const originOnly = says.baseUrl.key;
/** An http or https URL that paths are appended to, without a slash at its end. */
export const baseUrlSchema = z
  .url({ protocol: /^https?$/, error: originOnly })
  .refine((text) => !/[?#@]/.test(text), originOnly)
  .transform((text) => text.replace(/\/+$/, ''));

/** The webhook's full URL is accepted, too: it is what other services show and ask for. */
export const publicUrlSchema = baseUrlSchema.transform((url) => url.replace(/(?<=[^/:])(\/+webhook)+$/, ''));

/** The longest pattern of a rule, in characters: longer ones cost more to match. */
const longestPattern = 300;

/**
 * A user's own rule for finding the code, tried before all others: a regular expression with a group named `code`,
 * for one sender or for all. The core checks the pattern (see electron/core/otp/rules) when it is stored.
 */
export const ruleSchema = z.strictObject({
  id: z.string().min(1).max(64),
  name: z.string().trim().min(1, says.ruleName.key).max(80),
  /** As in the message (an E.164 number, a short code or letters; case is ignored); null: all senders. */
  sender: z.string().trim().min(1).max(40).nullable(),
  pattern: z.string().min(1, says.pattern.key).max(longestPattern),
});
export type Rule = z.infer<typeof ruleSchema>;

/** A rule made from a mark, to be named by the person in their own language. */
export type ProposedRule = Omit<Rule, 'name'> & { name: Phrase };

/** The limits on spending and leases. While one of them is unknown, nothing is bought. */
export const limitNames = ['limitPerDay', 'limitPerMonth', 'leasesAtOnce', 'maxLeaseSeconds'] as const;
export type LimitName = (typeof limitNames)[number];

export const settingsSchema = z.object({
  country: countrySchema.default('IN'),
  /** null: mobile, then local, then toll-free. */
  type: numberTypeSchema.nullable().default(null),
  ttlSeconds: ttlSchema.default(60),
  /** No lease runs longer, whatever was asked for; null: no limit. */
  maxLeaseSeconds: maxLeaseSchema.nullable().default(null),
  policy: policySchema.default('release'),
  /**
   * How long a kept number rests after a lease, so that late messages are not taken for the next lease's; 0: not at
   * all. Nobody rests by default: tests in a row on one number would each wait that long or need a second number, and
   * only whoever has late messages knows whether that is worth it.
   */
  quarantineSeconds: quarantineSchema.default(0),
  /** auto: `url` when a public URL is set, else `ngrok` when a token is known, else `polling`. */
  reception: z.enum(['auto', ...receptionKinds]).default('auto'),
  publicUrl: publicUrlSchema.nullable().default(null),
  ngrokDomain: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+$/, says.domain.key)
    .nullable()
    .default(null),
  ngrokRootCas: z.enum(ngrokRootCas).default('trusted'),
  /** How many kept numbers of the default country and type are held ready, leased or idle; 0: no pool. */
  poolSize: wholeSchema(0, 200, says.poolSize.key).default(0),
  /** How many leases there may be at once, whoever has them; null: no limit. */
  leasesAtOnce: leasesAtOnceSchema.nullable().default(null),
  /** Purchases that would exceed one of these are refused; null: no limit. Days and months in UTC, as Twilio bills. */
  limitPerDay: amountSchema.nullable().default(null),
  limitPerMonth: amountSchema.nullable().default(null),
  /** By country. */
  papers: z.record(countrySchema, papersSchema).default({}),
  /** What happens to running leases when the app quits; `ask` keeps them where nobody can be asked. */
  onQuit: z.enum(['ask', 'release', 'keep']).default('ask'),
  notifications: z.boolean().default(true),
  notificationCodes: z.enum(notificationCodes).default('show'),
  /** Copies the newest code from any app; null: off. Desktop only, like the next two. */
  globalShortcut: shortcutSchema.default(null),
  /** Closing the window leaves the app running in the tray. */
  closeToTray: z.boolean().default(false),
  startAtLogin: z.boolean().default(false),
  theme: z.enum(themes).default('system'),
  language: z.enum(languageChoices).default('auto'),
  /** The desktop app serves the automation API; the headless host always does. */
  apiEnabled: z.boolean().default(false),
  /** A number that a person takes in the interface is copied to the clipboard. */
  copyNumber: z.boolean().default(true),
  /** New codes are copied to the clipboard at once. */
  autoCopy: z.boolean().default(false),
  /** What OTP Dock copied is cleared from the clipboard after this many seconds, if still there; null: never. */
  clearClipboardSeconds: wholeSchema(5, 600, says.clearClipboard.key).nullable().default(null),
  /** Tells this data folder's numbers from those of another OTP Dock on the same account; set at the first start. */
  installation: z
    .string()
    .regex(/^[0-9a-z]{8}$/)
    .nullable()
    .default(null),
  /** Messages older than this many days are wiped from the disk; null: all are kept. */
  retentionDays: retentionSchema.nullable().default(null),
  /** In the order in which they are tried. */
  rules: z.array(ruleSchema).max(100, says.rules.key).default([]),
  /** Settings older than this field belong to somebody who knows the app. */
  setup: z.enum(setupSteps).default('done'),
  /** Limits lost with a damaged settings file, until a person confirms them. */
  limitsToConfirm: z.array(z.enum(limitNames)).default([]),
});

/** What a person may change. It contains no secrets. */
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = settingsSchema.parse({});

/** The settings of someone who has never used the app. */
export const firstSettings: Settings = { ...defaultSettings, setup: 'connect' };

/** What OTP Dock manages itself. */
const kept = { installation: true, limitsToConfirm: true } as const;
const changeable = settingsSchema.omit(kept).shape;

type Patched<Fields> = {
  [Name in keyof Fields]: Fields[Name] extends z.ZodDefault<infer Field> ? z.ZodOptional<Field> : never;
};

/**
 * Any part of the settings. Unknown names are refused, so that a typo does not go unnoticed. `papers` replaces those of
 * the countries that it names.
 */
export const settingsPatchSchema = z.strictObject(
  Object.fromEntries(
    Object.entries(changeable).map(([name, field]) => [name, field.unwrap().optional()]),
  ) as unknown as Patched<typeof changeable>,
);
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;
