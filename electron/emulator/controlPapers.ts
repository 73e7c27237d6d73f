import { z } from 'zod';
import { parsed } from './controlInput.ts';
import { invalidParameter } from './errors.ts';
import { exampleAddress, newAddress, newBundle, type Papers } from './papers.ts';
import { bundleNumberTypes, bundleStatuses } from './state.ts';
import type { World } from './world.ts';

const text = z.string().min(1).max(255);
const isoCountry = z.string().regex(/^[A-Z]{2}$/, 'must be an ISO country code such as "GB"');

const bundle = z
  .strictObject({
    friendlyName: text.optional(),
    isoCountry,
    numberType: z.enum(bundleNumberTypes),
    status: z.enum(bundleStatuses).default('twilio-approved'),
    addressSids: z.array(z.string()).default([]),
  })
  .transform(({ friendlyName, ...rest }) => ({
    friendlyName: friendlyName ?? `${rest.isoCountry} ${rest.numberType}`,
    ...rest,
  }));

const address = z.strictObject({
  customerName: text.default(exampleAddress.customerName),
  friendlyName: text.nullable().default(null),
  street: text.default(exampleAddress.street),
  streetSecondary: text.nullable().default(null),
  city: text.default(exampleAddress.city),
  region: text.default(exampleAddress.region),
  postalCode: text.default(exampleAddress.postalCode),
  isoCountry,
  emergencyEnabled: z.boolean().default(false),
});

const papers = z.strictObject({ bundles: z.array(bundle).default([]), addresses: z.array(address).default([]) });

/** Papers given by a test. Missing parts of an address are made up; a bundle is approved by default. */
export type PapersInput = z.input<typeof papers>;

/**
 * `POST /_emulator/papers`: gives the account bundles and addresses.
 * @throws TwilioError 400/20001 for invalid input; then nothing is added.
 */
export function addPapers(world: World, input: unknown): Papers {
  const given = parsed(papers, input);
  const known = new Set(world.addresses.map(({ sid }) => sid));
  const unknown = given.bundles.flatMap(({ addressSids }) => addressSids).find((sid) => !known.has(sid));
  if (unknown !== undefined) throw invalidParameter(`addressSids must be addresses of the account: ${unknown}`);
  const at = world.now();
  const added: Papers = {
    bundles: given.bundles.map((draft) => newBundle(draft, at)),
    addresses: given.addresses.map((draft) => newAddress(draft, at)),
  };
  world.bundles.push(...added.bundles);
  world.addresses.push(...added.addresses);
  return added;
}
