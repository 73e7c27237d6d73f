import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'playwright/test';

/** A text in which no secret may be, by what it is. */
export type Traces = Record<string, string>;

/** Every form in which a secret may come up: as it is, in an address, in hex, in base64 wherever it stands there. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const encoded = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    // Without the characters in which a neighbour has a part.
    return text.replace(/=+$/, '').slice(before === 0 ? 0 : before + 1, -2);
  });
  const inUrls = encoded.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  return [secret, encodeURIComponent(secret), bytes.toString('hex'), ...encoded, ...inUrls];
}

/** Fails with the name of the secret and the place, not with the secret. */
export function expectNoSecret(traces: Traces, secrets: Record<string, string>): void {
  const found = Object.entries(traces).flatMap(([place, text]) =>
    Object.entries(secrets)
      .filter(([, secret]) => formsOf(secret).some((form) => text.includes(form)))
      .map(([name]) => `${name} in ${place}`),
  );
  expect(found).toEqual([]);
}

/** Every file of the folder and below, by its name. */
export function filesIn(folder: string): Traces {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}

/** With what the process and everything below it were started, as every user of the computer can see it. Linux alone. */
export function argumentsOf(pid: number): string {
  if (process.platform !== 'linux') return '';
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  const own = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  return [own, ...children.map((child) => argumentsOf(Number(child)))].join('\n');
}
