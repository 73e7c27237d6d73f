import { ensureBuilt } from '../../build/scripts/build.ts';

/** The specs run the built app; the first to need it would else build it within its own time limit. */
export default async function globalSetup(): Promise<void> {
  await ensureBuilt({ log: (line) => process.stderr.write(`${line}\n`) });
}
