import {
  messageFilterSchema,
  messagesSchema,
  messageLinkSchema,
  messageSidsSchema,
  type MessageCount,
  type MessageFacets,
  type MessagePage,
} from './messages.ts';
import { z } from 'zod';
import { credentialsSchema } from './credentials.ts';
import { phrases } from './words/phrases.ts';
import type { Command, MenuChoice } from './commands.ts';
import { clearFaultsSchema, faultsSchema } from './faultsInput.ts';
import { testModes } from './mode.ts';
import { menuSchema } from './menu.ts';
import type { Result } from './errors.ts';
import type { LeasePage, RemainingNumber } from './host.ts';
import type { Diagnosis, SelfTest } from './reception.ts';
import {
  countrySchema,
  numberTypeSchema,
  policySchema,
  quarantineSchema,
  settingsPatchSchema,
  sidSchema,
  ttlSchema,
  type ProposedRule,
} from './settings.ts';
import { ledgerSubjects } from './state.ts';
import type {
  AccountState,
  AppState,
  AvailableNumbers,
  Extraction,
  Lease,
  LedgerPage,
  MoneySummary,
  OwnedNumber,
  PolicyCosts,
} from './state.ts';
import type { Papers } from './papers.ts';
import type { EventName, Events } from './events.ts';
import { teamSchema } from './team.ts';
import { newTokenSchema, tokenNameSchema, type MadeToken, type NamedToken } from './sharing.ts';

const { validation: says } = phrases;

interface RequestSpec<I extends z.ZodType, O> {
  input: I;
  /** Never set: it only carries the type of the answer. */
  output?: O;
}

/** `request(schema)<Answer>()`: pass the schema, name the type of the answer. */
function request<I extends z.ZodType>(input: I) {
  return <O>(): RequestSpec<I, O> => ({ input });
}

const nothing = z.undefined();
const id = z.string().trim().min(1).max(64);

export const searchSchema = z.object({
  country: countrySchema.optional(),
  type: numberTypeSchema.optional(),
  areaCode: z
    .string()
    .trim()
    .regex(/^\d{3}$/, says.areaCode.key)
    .optional(),
  contains: z
    .string()
    .trim()
    .regex(/^\+?[0-9A-Za-z*]{2,16}$/, says.contains.key)
    .optional(),
  /** A city, as Twilio writes it. */
  locality: z.string().trim().min(2).max(80).optional(),
  /** What the number must support besides SMS; a list, or text such as `mms,voice`. */
  capabilities: z
    .preprocess(
      (given) => (typeof given === 'string' ? given.split(',') : given),
      z.array(z.enum(['mms', 'voice'])).max(2),
    )
    .optional(),
});
export type SearchInput = z.infer<typeof searchSchema>;

const heartbeats = says.heartbeat.key;
const heartbeatSchema = z.number(heartbeats).int(heartbeats).min(5, heartbeats).max(600, heartbeats);

const waits = says.waitSeconds.key;

/** Unknown names are refused: a typo must not buy the wrong thing. */
export const leaseSchema = z.strictObject({
  ...searchSchema.shape,
  ttlSeconds: ttlSchema.optional(),
  policy: policySchema.optional(),
  label: z.string().trim().max(80).optional(),
  /** What is being tested, such as GitHub. With `fresh`, a kept number may serve if it has not served this yet. */
  service: z.string().trim().min(1).max(80).optional(),
  /** Never a number that served before; with `service`, never one that served this service. */
  fresh: z.boolean().optional(),
  /** How long to wait for a free number if there is none at once; absent: not at all. */
  waitSeconds: z.number(waits).min(0, waits).max(600, waits).optional(),
  /** How long its number, if it is kept, rests afterwards; absent: as in Settings. */
  quarantineSeconds: quarantineSchema.optional(),
  /** The lease ends by its policy when its client is not heard from for this long; null: no heartbeat. */
  heartbeatSeconds: heartbeatSchema.nullable().optional(),
  /** Refused unless the host offers this: a test for captured SMS must buy nothing. */
  mode: z.enum(testModes).optional(),
});
export type LeaseInput = z.infer<typeof leaseSchema>;

/** One purchase for one request id, however often it is sent. */
export const requestIdSchema = z.string().trim().min(1).max(128);

export const numberSchema = z.object({
  sid: sidSchema('PN', says.numberSid.key),
});

export const ledgerSchema = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  before: z.coerce.number().int().min(1).optional(),
  about: z.enum(ledgerSubjects).optional().meta({
    description:
      'What happened to numbers (unless it says otherwise), changes to the host (tokens, settings), or both.',
  }),
});
export type LedgerInput = z.infer<typeof ledgerSchema>;

export const extendSchema = z.object({ seconds: ttlSchema });

export const pinSchema = z.object({ pinned: z.boolean() });

const notAToken = says.ngrokToken.key;
const ngrokTokenSchema = z
  .string()
  .trim()
  .regex(/^\S{10,200}$/, notAToken);

/** A code that a person marked in a text: UTF-16 indexes, the end exclusive. */
const markSchema = z
  .object({
    text: z.string().min(1).max(4_000),
    from: z.string().max(100).optional(),
    start: z.number().int().min(0),
    end: z.number().int(),
  })
  .refine(({ text, start, end }) => start < end && end <= text.length, says.mark.key);
export type Mark = z.infer<typeof markSchema>;

/**
 * Everything that a user interface may ask of a host, written once. Main's handlers, the preload, the renderer's
 * client, the WebSocket host and the test fake derive from this value. Secrets go one way: in.
 * `tokens.add` alone answers one, which it has just made.
 */
export const requests = {
  'state.get': request(nothing)<AppState>(),
  'account.connect': request(credentialsSchema)<AccountState>(),
  'account.retry': request(nothing)<AccountState>(),
  'account.forget': request(nothing)<null>(),
  'demo.start': request(nothing)<null>(),
  'demo.stop': request(nothing)<null>(),
  'capture.start': request(nothing)<null>(),
  'capture.stop': request(nothing)<null>(),
  /** Copies what an app needs to send to us, as lines of an .env file. */
  'capture.copyVariables': request(nothing)<null>(),
  /** What befalls the app's messages to one recipient, or to everybody, from now on. */
  'capture.setFaults': request(faultsSchema)<null>(),
  'capture.clearFaults': request(clearFaultsSchema)<null>(),
  'numbers.search': request(searchSchema)<AvailableNumbers>(),
  'numbers.owned': request(nothing)<OwnedNumber[]>(),
  'leases.start': request(leaseSchema.extend({ requestId: requestIdSchema }))<Lease>(),
  'leases.extend': request(extendSchema.extend({ id }))<Lease>(),
  /** A pinned lease does not run out. Unpinned, it gets back the time it had left, at least a minute. */
  'leases.pin': request(pinSchema.extend({ id }))<Lease>(),
  'leases.end': request(z.object({ id }))<Lease>(),
  /** Ends every running lease, each by its policy. */
  'leases.endAll': request(nothing)<Lease[]>(),
  /** What happens to the number when the lease ends. */
  'leases.setPolicy': request(z.object({ id, policy: policySchema }))<Lease>(),
  /** Gives a number back to Twilio now and ends its running lease. A pool number makes the pool smaller. */
  'numbers.release': request(numberSchema)<null>(),
  /**
   * Adds a number of the account to the pool. One whose messages go elsewhere is refused with CONFLICT unless
   * `replaceWebhook` is true; `numbers.letGo` restores what it had.
   */
  'numbers.takeOver': request(numberSchema.extend({ replaceWebhook: z.boolean().default(false) }))<null>(),
  /** The number stays on the account, as it was before it was taken over. */
  'numbers.letGo': request(numberSchema)<null>(),
  'numbers.setPolicy': request(numberSchema.extend({ policy: policySchema }))<null>(),
  /** Compares the ledger with the account now. */
  'numbers.reconcile': request(nothing)<null>(),
  'papers.list': request(nothing)<Papers>(),
  'money.summary': request(nothing)<MoneySummary>(),
  'money.policies': request(searchSchema.pick({ country: true, type: true }))<PolicyCosts>(),
  /** Newest first. */
  'ledger.list': request(ledgerSchema)<LedgerPage>(),
  /** Reads Twilio's message list now, for one lease or for all numbers; answers how many messages were missing. */
  'messages.check': request(z.object({ lease: id.optional() }))<{ found: number }>(),
  /** Why a message may be late. */
  'leases.diagnose': request(z.object({ id }))<Diagnosis>(),
  /** Sends a signed message to itself through the public URL. Nothing of it is kept. */
  'reception.test': request(nothing)<SelfTest>(),
  /**
   * While paused, nothing comes in: the tunnel is closed, and Twilio's list is not read. Leases keep running.
   * Afterwards, what came meanwhile is read from the list. Starting the host or changing the account ends the pause.
   */
  'reception.pause': request(z.object({ paused: z.boolean() }))<null>(),
  /** The network is back: fetches what was missed and repairs the way in. */
  'reception.wake': request(nothing)<null>(),
  'messages.list': request(messagesSchema)<MessagePage>(),
  'messages.count': request(messageFilterSchema)<MessageCount>(),
  /** The values to filter by. */
  'messages.facets': request(nothing)<MessageFacets>(),
  /** Wipes messages from the disk; they do not come back from Twilio's list. Answers how many there were. */
  'messages.delete': request(messageSidsSchema)<{ deleted: number }>(),
  /** Wipes all messages of the account, or those to a number, with the codes of numbers in use. Cannot be undone. */
  'messages.deleteAll': request(messageFilterSchema.pick({ number: true }).strict())<{ deleted: number }>(),
  /** Undoes a deletion while the host remembers the messages, about a minute. Answers how many are back. */
  'messages.restore': request(messageSidsSchema)<{ restored: number }>(),
  /** The address of one of a message's links, for a desktop that shows this host. */
  'messages.link': request(messageLinkSchema)<{ url: string }>(),
  /** Opens one of a message's links in the person's browser, where the host does that; see Capabilities. */
  'messages.openLink': request(messageLinkSchema)<null>(),
  'settings.update': request(settingsPatchSchema)<null>(),
  /** What the current rules would find in this text. */
  'texts.try': request(z.object({ text: z.string().max(4_000), from: z.string().max(100).optional() }))<Extraction>(),
  /** A rule made from a text with the code marked, to be reviewed and stored with `settings.update`. */
  'rules.propose': request(markSchema)<ProposedRule>(),
  'ngrok.setToken': request(z.object({ token: ngrokTokenSchema, remember: z.boolean().default(false) }))<null>(),
  'ngrok.forgetToken': request(nothing)<null>(),
  'tokens.list': request(nothing)<NamedToken[]>(),
  /** Makes a token for somebody who shares this host. It is in this answer alone, and stored as its hash. */
  'tokens.add': request(newTokenSchema)<MadeToken>(),
  /** The token is refused from now on, and its leases end by their policies. */
  'tokens.remove': request(z.object({ name: tokenNameSchema }))<null>(),
  /** A new token for the automation API; the old one stops working. Only where the host can switch the API. */
  'api.rotateToken': request(nothing)<null>(),
  /** The host copies the token to the clipboard. The answer does not contain it. */
  'api.copyToken': request(nothing)<null>(),
  /** Copies a text to the clipboard, where the host does that; see Capabilities. */
  'clipboard.copy': request(z.object({ text: z.string().min(1).max(10_000) }))<null>(),
  /** Every lease that is kept, newest first. */
  'leases.list': request(
    z.object({ limit: z.coerce.number().int().min(1).max(500).default(100), before: z.string().max(100).optional() }),
  )<LeasePage>(),
  /** Deletes messages outside running leases, and leases that are over; answers how many there were. */
  'data.deleteHistory': request(nothing)<{ messages: number; leases: number }>(),
  /** The numbers of all accounts that would stay on Twilio after `data.wipe`. */
  'data.remaining': request(nothing)<RemainingNumber[]>(),
  /**
   * Deletes everything: history, ledger, settings and secrets. Refused with CONFLICT while numbers are in use, and
   * while any is owned unless `leaveNumbers` says that they stay on Twilio.
   */
  'data.wipe': request(z.object({ leaveNumbers: z.boolean() }))<null>(),
  /** Shows the data folder in the system's file manager. */
  'data.openFolder': request(nothing)<null>(),
  /** Shows the numbers of a team's host from now on, once it has accepted the owner's token. Desktop only. */
  'team.connect': request(teamSchema)<null>(),
  /** Shows the app's own numbers again, and forgets the token. */
  'team.leave': request(nothing)<null>(),
  /** The interface is ready: the app has finished starting. */
  'window.ready': request(nothing)<null>(),
  /** What the desktop asks of the window, if nobody has taken it yet; otherwise null. */
  'commands.take': request(nothing)<Command | null>(),
  /** Shows a menu, where the host has them (see Capabilities), and answers what was chosen; null: nothing. */
  'menu.choose': request(menuSchema)<MenuChoice | null>(),
  'notices.dismiss': request(z.object({ id }))<null>(),
  /** Describes this installation as text for a report, without secrets, numbers, messages or names. */
  'diagnostics.get': request(nothing)<{ text: string }>(),
} as const;

export type RequestName = keyof typeof requests;
/** What a caller passes (defaults not yet filled in). */
export type Input<N extends RequestName> = z.input<(typeof requests)[N]['input']>;
/** What a handler gets (parsed, defaults filled in). */
export type Parsed<N extends RequestName> = z.output<(typeof requests)[N]['input']>;
export type Output<N extends RequestName> = Exclude<(typeof requests)[N]['output'], undefined>;

/** A host implements all of these; leaving one out does not compile. */
export type Handlers = { [N in RequestName]: (input: Parsed<N>) => Promise<Output<N>> };

/** The door between a user interface and its host, as the preload and the WebSocket client offer it. */
export interface Bridge {
  request(name: RequestName, input: unknown): Promise<Result<unknown>>;
  /** Returns the function that ends the subscription. */
  subscribe<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void;
}

export function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(requests, name);
}
