import { z } from 'zod';
import { messageChannels } from '../contract/addresses.ts';
import { delayKinds, deliveryErrorCodes, plainFaultKinds, refusalCodes, type Fault } from '../contract/faults.ts';
import { endReasons, numberTypes, policies, type Lease, type Message } from '../contract/lease.ts';
import type { MessageCount, MessageFacets, MessagePage } from '../contract/messages.ts';
import { receptionKinds } from '../contract/settings.ts';
import { candidate, failure, messageMedia, money, shape } from '../contract/shapes.ts';
import type { MadeToken, NamedToken } from '../contract/sharing.ts';
import {
  ledgerKinds,
  numberOrigins,
  type AccountState,
  type AvailableNumbers,
  type LedgerPage,
  type Notice,
  type TunnelState,
} from '../contract/state.ts';
import type { MoneySummary, OwnedNumber, PolicyCosts } from '../contract/state.ts';

import type { Carrier } from '../contract/mode.ts';
import type { InEnglish } from '../contract/words/english.ts';

// Schemas of the API's answers, for its description. Each compiles only if it matches the contract's type.

// Not parsed, only described: the answers are ours.
const time = z.string().meta({ format: 'date-time' });
export const policy = z.enum(policies);
const numberType = z.enum(numberTypes);

export const lease = shape<InEnglish<Lease>>()(
  z
    .object({
      id: z.string(),
      number: z.string().nullable().meta({ description: 'E.164; null while it is being bought.' }),
      numberSid: z.string().nullable(),
      country: z.string(),
      type: numberType.nullable(),
      label: z.string().nullable(),
      state: z.enum(['buying', 'active', 'expired', 'releasing', 'released', 'idle', 'failed']),
      policy,
      holder: z.string().nullable().meta({ description: 'The name of the token that took it; null: the host’s own.' }),
      service: z.string().nullable(),
      reused: z.boolean().meta({ description: 'The number was there already, so that the lease cost nothing.' }),
      ttlSeconds: z.int().meta({ description: 'How long it was taken for, extensions left out.' }),
      startedAt: time,
      expiresAt: time.nullable().meta({ description: 'null until the number is bought, and while it is pinned.' }),
      pinned: z.boolean(),
      cancelled: z.boolean().meta({ description: 'It was ended while it is still being bought.' }),
      heartbeatSeconds: z
        .int()
        .nullable()
        .meta({ description: 'It ends when its client is not heard for so long; not while it is pinned.' }),
      quarantineSeconds: z
        .int()
        .meta({ description: 'How long its number, if it is kept, rests afterwards before another lease gets it.' }),
      endReason: z.enum(endReasons).nullable().meta({ description: 'null while it is not over.' }),
      monthlyPrice: money.nullable(),
      latestCode: z.object({ code: z.string(), messageSid: z.string(), receivedAt: time }).nullable(),
      problem: failure.nullable(),
    })
    .meta({ id: 'Lease' }),
);

export const message = shape<InEnglish<Message>>()(
  z
    .object({
      sid: z.string(),
      to: z.string(),
      from: z.string().meta({
        description: 'E.164, a short code or a name; with its channel, as Twilio writes it: whatsapp:+12025550147.',
      }),
      body: z.string(),
      links: z.array(z.string()).meta({ description: 'The http and https addresses in the body, in order.' }),
      numMedia: z.int().meta({ description: 'How many pictures or other files came with it.' }),
      media: z
        .array(messageMedia)
        .meta({ description: 'What is known of these files; nothing when the message was read from Twilio’s list.' }),
      channel: z.enum(messageChannels),
      receivedAt: time,
      leaseId: z.string().nullable(),
      code: z.string().nullable(),
      candidates: z.array(candidate),
      service: z.string().nullable().meta({ description: 'Which service its text or its sender names.' }),
      sentBy: z.object({ sid: z.string(), name: z.string().nullable() }).nullable().meta({
        description: 'The Messaging Service (MG…) or Verify service (VA…) that a captured message was sent by.',
      }),
      reason: z.string(),
      source: z.enum(['webhook', 'backfill', 'capture']),
    })
    .meta({ id: 'Message' }),
);

const faultScope = {
  to: z.string().nullable().meta({ description: 'Only of messages to this number (E.164); null: to everybody.' }),
  times: z.int().nullable().meta({ description: 'How many messages it still befalls; null: all until it is cleared.' }),
};
export const fault = shape<Fault>()(
  z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('refused'), errorCode: z.literal(refusalCodes), ...faultScope }),
      z.object({ kind: z.literal('undelivered'), errorCode: z.literal(deliveryErrorCodes), ...faultScope }),
      z.object({ kind: z.enum(delayKinds), delaySeconds: z.number(), ...faultScope }),
      z.object({ kind: z.enum(plainFaultKinds), ...faultScope }),
    ])
    .meta({ id: 'Fault' }),
);
export const carrier = shape<Carrier>()(
  z.object({
    baseUrl: z.string().meta({ description: 'Takes the place of https://api.twilio.com.' }),
    accountSid: z.string(),
    authToken: z.string().nullable().meta({ description: 'null when it came from the environment of the host.' }),
  }),
);
export const faultList = z.object({ faults: z.array(fault) });

export const messagePage = shape<InEnglish<MessagePage>>()(
  z.object({
    messages: z.array(message),
    next: z.string().nullable().meta({ description: 'Pass as "before" to go on; null at the end.' }),
  }),
);
export const messageCount = shape<MessageCount>()(z.object({ count: z.int(), more: z.boolean() }));
export const messageFacets = shape<MessageFacets>()(
  z.object({
    numbers: z.array(z.object({ number: z.string(), label: z.string().nullable() })),
    services: z.array(z.string()),
  }),
);

const account = shape<InEnglish<AccountState>>()(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('none') }),
    z.object({ kind: z.literal('checking'), sid: z.string() }),
    z.object({
      kind: z.literal('connected'),
      sid: z.string(),
      name: z.string().nullable(),
      trial: z.boolean().nullable(),
      balance: money.nullable(),
    }),
    z.object({ kind: z.literal('failed'), sid: z.string(), error: failure }),
  ]),
);

export interface Health {
  status: 'ok';
  version: string;
  account: AccountState;
  tunnel: { [Name in keyof TunnelState]: TunnelState[Name] };
  /** Reception is paused: no messages come in. */
  paused: boolean;
  emulator: boolean;
  /** Things a person should know, e.g. that settings were damaged. Empty for a named token. */
  notices: Pick<Notice, 'id' | 'message' | 'hint'>[];
}
export const health = shape<InEnglish<Health>>()(
  z.object({
    status: z.literal('ok'),
    version: z.string(),
    account,
    tunnel: z.object({
      kind: z.enum(receptionKinds),
      state: z.enum(['off', 'connecting', 'online', 'degraded', 'failed']),
      url: z.string().nullable(),
      problem: failure.nullable().meta({ description: 'Why it is degraded or failed.' }),
    }),
    paused: z.boolean().meta({ description: 'Reception is paused.' }),
    emulator: z.boolean().meta({ description: 'The demo runs.' }),
    notices: z
      .array(
        z.object({
          id: z.string().meta({
            examples: [
              'settings-recovered',
              'limits-unknown',
              'history-recovered',
              'history-log-damaged',
              'data-folder',
            ],
          }),
          message: z.string(),
          hint: z.string().meta({ description: 'What to do next.' }),
        }),
      )
      .meta({
        description:
          'What a person should know, such as settings or a history that were damaged, or limits that are not known, so that nothing is bought. Those that were dismissed are not in it; a token with a name is told none.',
      }),
  }),
);

export const availableNumbers = shape<AvailableNumbers>()(
  z.object({
    numbers: z.array(
      z.object({
        phoneNumber: z.string(),
        friendlyName: z.string(),
        locality: z.string().nullable(),
        region: z.string().nullable(),
        country: z.string(),
        type: numberType,
        capabilities: z.object({ sms: z.boolean(), mms: z.boolean(), voice: z.boolean() }),
      }),
    ),
    monthlyPrice: money.nullable(),
    priceAsOf: time.nullable(),
  }),
);

export const ownedNumber = shape<InEnglish<OwnedNumber>>()(
  z
    .object({
      number: z.string(),
      sid: z.string(),
      friendlyName: z.string(),
      leaseId: z.string().nullable(),
      label: z.string().nullable(),
      holder: z.string().nullable().meta({ description: 'Of that lease.' }),
      state: z.enum(['buying', 'active', 'expired', 'releasing', 'released', 'idle', 'foreign', 'stray']),
      origin: z.enum(numberOrigins).nullable(),
      policy: policy.nullable(),
      country: z.string().nullable(),
      type: numberType.nullable(),
      leases: z.int(),
      pinned: z.boolean(),
      boughtAt: time.nullable(),
      nextBillAt: time.nullable(),
      giveBackAt: time.nullable(),
      restsUntil: time.nullable().meta({ description: 'No lease gets it before then; null: it does not rest.' }),
      monthlyPrice: money.nullable(),
      webhook: z.string().nullable(),
      diverted: z.boolean(),
      problem: failure.nullable(),
    })
    .meta({ id: 'OwnedNumber' }),
);

const namedTokenParts = z.object({
  name: z.string(),
  since: time,
  limits: z
    .object({ leases: z.int().nullable(), perDay: money.nullable(), perMonth: money.nullable() })
    .meta({ description: 'null: no limit. Days and months are those of UTC.' }),
  used: z.object({ leases: z.int(), today: money, thisMonth: money }),
});
export const namedToken = shape<NamedToken>()(namedTokenParts.meta({ id: 'NamedToken' }));
export const newNamedToken = shape<MadeToken>()(
  namedTokenParts.extend({ token: z.string().meta({ description: 'Told this once, and not kept.' }) }),
);

export const moneySummary = shape<MoneySummary>()(
  z.object({
    today: money,
    thisMonth: money,
    balance: money.nullable(),
    limits: z.object({ day: money.nullable(), month: money.nullable() }),
    byTwilio: z.object({ total: money, phoneNumbers: money, asOf: time }).nullable(),
    monthly: money,
    nextBill: z.object({ at: time, amount: money, numbers: z.int() }).nullable(),
  }),
);

export const policyCosts = shape<PolicyCosts>()(
  z.object({
    days: z.int(),
    leases: z.int(),
    costs: z.array(z.object({ policy, amount: money.nullable(), numbers: z.int() })),
  }),
);

export const ledgerPage = shape<InEnglish<LedgerPage>>()(
  z.object({
    entries: z.array(
      z.object({
        id: z.int(),
        at: time,
        kind: z.enum(ledgerKinds),
        number: z.string().nullable(),
        numberSid: z.string().nullable(),
        country: z.string().nullable(),
        leaseId: z.string().nullable(),
        label: z.string().nullable(),
        holder: z.string().nullable(),
        amount: money.nullable(),
        note: z.string().nullable(),
      }),
    ),
    next: z.int().nullable(),
  }),
);
