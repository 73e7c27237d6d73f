// Sends a code in each of the ways that apps use, and reads it back as a test does.
import { client } from './client.js';

const { OTP_DOCK_URL = 'http://127.0.0.1:5001', OTP_DOCK_TOKEN } = process.env;
const started = new Date().toISOString();

/** Waits up to ten seconds for a code to this number, which nobody has to lease. */
async function codeFor(to) {
  const query = new URLSearchParams({ to, after: started, timeoutSeconds: '10' });
  const headers = { authorization: `Bearer ${OTP_DOCK_TOKEN}` };
  const response = await fetch(`${OTP_DOCK_URL}/v1/code?${query}`, { headers });
  if (response.status !== 200) throw new Error(`No code for ${to}: ${response.status} ${await response.text()}`);
  return (await response.json()).code;
}

const senders = {
  'a number': { from: '+14155550188' },
  'a name': { from: 'Lumora' },
  'a Messaging Service': { messagingServiceSid: `MG${'0'.repeat(32)}` },
};

for (const [index, [name, sender]] of Object.entries(senders).entries()) {
  const to = `+91981234560${index}`;
  await client.messages.create({ ...sender, to, body: `48291${index} is your Lumora code.` });
  process.stdout.write(`From ${name}: ${await codeFor(to)}\n`);
}

const to = '+919812345609';
const { sid } = await client.verify.v2.services.create({ friendlyName: 'Lumora' });
const verify = client.verify.v2.services(sid);
await verify.verifications.create({ to, channel: 'sms' });
const { status } = await verify.verificationChecks.create({ to, code: await codeFor(to) });
process.stdout.write(`By Verify: ${status}\n`);
