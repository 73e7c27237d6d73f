import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

/** As many as send messages meanwhile. */
const lanes = 8;
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const body = `MessageSid=SM${'0'.repeat(32)}&AccountSid=AC${'0'.repeat(32)}&From=%2B12025550123&To=%2B12025550199&Body=x`;

interface Nuisance {
  path: string;
  headers: Record<string, string>;
  body: string;
}

const nuisances: readonly Nuisance[] = [
  { path: '/webhook', headers: form, body },
  { path: '/webhook', headers: { ...form, 'x-twilio-signature': 'Zm9yZ2VkIGJ5IHNvbWVib2R5IQ==' }, body },
  { path: '/webhook', headers: { 'content-type': 'application/json' }, body: '{}' },
  { path: '/webhook', headers: { ...form, 'content-encoding': 'gzip' }, body },
  { path: '/wp-login.php', headers: form, body },
];

const port = workerData as number;
const agent = new Agent({ keepAlive: true, maxSockets: lanes });

function bother({ path, headers, body }: Nuisance): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const all = { ...headers, 'content-length': Buffer.byteLength(body) };
  request({ port, agent, method: 'POST', path, headers: all }, (response) => {
    if (response.statusCode === 200) reject(new Error('A forged request was taken.'));
    response.resume().on('end', resolve);
  })
    .on('error', reject)
    .end(body);
  return promise;
}

async function lane(): Promise<void> {
  for (;;) for (const nuisance of nuisances) await bother(nuisance);
}

for (const nuisance of nuisances) await bother(nuisance);
parentPort?.postMessage('begun', []);
await Promise.all(Array.from({ length: lanes }, () => lane()));
