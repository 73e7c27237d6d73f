// The app under test: asks for a phone number, sends a code there through Twilio's SDK, and lets in who types it.
import { randomInt } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { twilioClient } from './twilioClient.js';

const port = Number(process.env.APP_PORT ?? 3000);
/** A number of the Twilio account; while SMS are captured, any will do. */
const from = process.env.SMS_FROM ?? '+12025550147';

/** The code that each number has to show. */
const codes = new Map();

const page = (content) => `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Lumora</title>
  <main>${content}</main>
</html>`;

const signUpForm = `<h1>Sign up</h1>
<form method="post" action="/sign-up">
  <label>Phone number <input name="phone" type="tel" required /></label>
  <button>Send me a code</button>
</form>`;

const codeForm = (phone) => `<h1>Enter the code</h1>
<form method="post" action="/verify">
  <input name="phone" type="hidden" value="${escapeHtml(phone)}" />
  <label>Code <input name="code" autocomplete="one-time-code" required /></label>
  <button>Continue</button>
</form>
<form method="post" action="/sign-up">
  <input name="phone" type="hidden" value="${escapeHtml(phone)}" />
  <button>Send another code</button>
</form>`;

function escapeHtml(value) {
  return value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

async function sendCode(phone) {
  const code = String(randomInt(100_000, 1_000_000));
  codes.set(phone, code);
  const body = `${code} is your Lumora code. It is valid for 10 minutes.`;
  await twilioClient.messages.create({ from, to: phone, body });
}

async function answer(request) {
  if (request.method !== 'POST') return [200, signUpForm];
  const form = new URLSearchParams(await text(request));
  const phone = form.get('phone') ?? '';
  if (request.url === '/sign-up') {
    await sendCode(phone);
    return [200, codeForm(phone)];
  }
  return codes.get(phone) === form.get('code')
    ? [200, '<h1>Welcome to Lumora</h1>']
    : [403, '<p role="alert">That is not the code.</p>'];
}

async function serve(request, response) {
  const [status, content] = await answer(request).catch((error) => [
    502,
    `<p role="alert">${escapeHtml(error.message)}</p>`,
  ]);
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
  response.end(page(content));
}

createServer(serve).listen(port, '127.0.0.1');
