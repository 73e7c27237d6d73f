import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { browserMissing } from './testBrowser.ts';
import { readResults, summary } from './testSummary.ts';
import { runLanes, tiersOf, type Tier } from './testTiers.ts';

// node build/scripts/test.ts [TIER…] [--shard=1/2]: see testTiers.ts.

const root = resolve(import.meta.dirname, '../..');
const reports = resolve(root, 'test-results');

/** Runs a tier and reports how it went. */
async function runTier({ name, lanes }: Tier): Promise<boolean> {
  const began = performance.now();
  process.stdout.write(`\n── ${name}\n`);
  const right = await runLanes(root, lanes);
  const seconds = Math.round((performance.now() - began) / 1000);
  process.stdout.write(`── ${name}: ${right ? 'ok' : 'FAILED'} (${seconds} s)\n`);
  return right;
}

/** Returns whether all tiers ran and passed. */
async function main(words: string[]): Promise<boolean> {
  const tiers = tiersOf(words, reports);
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const missing = tiers.some(({ browser }) => browser) ? await browserMissing(root) : null;
  const [failed, skipped]: [string[], string[]] = [[], []];
  for (const tier of tiers) {
    if (tier.browser && missing !== null) skipped.push(tier.name);
    else if (!(await runTier(tier))) failed.push(tier.name);
  }
  process.stdout.write(`\n${summary(tiers.flatMap(readResults))}\n`);
  if (failed.length > 0) process.stdout.write(`FAILED: ${failed.join(', ')}\n`);
  if (skipped.length > 0) process.stdout.write(`NOT RUN: ${skipped.join(', ')}\n${missing}\n`);
  return failed.length === 0 && skipped.length === 0;
}

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}
