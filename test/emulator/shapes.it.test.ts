import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect } from 'vitest';
import { alice, it, service, shop } from './carrier.ts';
import { call } from './harness.ts';
import shapes from './twilioShapes.json' with { type: 'json' };

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
formats.default(ajv);
ajv.addFormat('rfc2822', /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000$/);
ajv.addSchema(shapes);

/** Twilio's OpenAPI descriptions give the shapes: no other property, each of its type and form. */
function expectShape(body: unknown, name: keyof (typeof shapes)['definitions']): void {
  const validate = ajv.getSchema(`twilio#/definitions/${name}`);
  if (!validate) throw new Error(`No shape ${name}`);
  expect([validate(body), validate.errors]).toEqual([true, null]);
  expect(Object.keys(body as object).toSorted()).toEqual(Object.keys(shapes.definitions[name].properties).toSorted());
}

describe('an answer has the shape of Twilio’s', () => {
  it('for messages and their media', async ({ emulator, client }) => {
    const messages = '{account}/Messages.json';
    const form = { To: alice, Body: 'x', MediaUrl: 'https://shop.example/a.png' };
    emulator.setFaults({ undeliverable: { '+12025550123': 30005 } });
    for (const wish of [{ From: shop }, { MessagingServiceSid: service }, { From: 'Kettlebank', To: '+12025550123' }]) {
      const { status, body } = await call(emulator, messages, { form: { ...form, ...wish } });
      expect(status).toBe(201);
      expectShape(body, 'message');
      expectShape((await call(emulator, body.uri)).body, 'message');
      const { body: list } = await call(emulator, body.subresource_uris.media);
      expectShape(list.media_list[0], 'media');
      expectShape((await call(emulator, list.media_list[0].uri)).body, 'media');
    }
    for (const message of (await call(emulator, messages)).body.messages) expectShape(message, 'message');
    expect(await client.messages.list()).toHaveLength(3);
  });

  it('for services, verifications and checks', async ({ emulator, captured }) => {
    const settings = { FriendlyName: 'Lumora', LookupEnabled: 'true' };
    const { body: made } = await call(emulator, '/v2/Services', { form: settings });
    const path = new URL(made.url).pathname;
    expectShape(made, 'service');
    expectShape((await call(emulator, path, { form: { CodeLength: '4' } })).body, 'service');
    const { body: list } = await call(emulator, '/v2/Services');
    expect(list.meta).toMatchObject({ key: 'services', page: 0, page_size: 50, next_page_url: null });
    expectShape(list.services[0], 'service');
    const { body: asked } = await call(emulator, `${path}/Verifications`, { form: { To: alice, Channel: 'sms' } });
    expectShape(asked, 'verification');
    expectShape((await call(emulator, new URL(asked.url).pathname)).body, 'verification');
    const Code = /\d{4}/.exec(captured[0]?.body ?? '')?.[0] ?? '';
    for (const wrong of [`${Code}1`, Code]) {
      const checked = await call(emulator, `${path}/VerificationCheck`, { form: { To: alice, Code: wrong } });
      expect(checked.status).toBe(201);
      expectShape(checked.body, 'verification_check');
    }
  });

  it.for(['+14155550188', '+1415', 'hello', '+80012345678'])('for a look-up of %s', async (number, { emulator }) => {
    const { body } = await call(emulator, `/v2/PhoneNumbers/${number}?Fields=caller_name`);
    expectShape(body, 'phone_number');
  });
});
