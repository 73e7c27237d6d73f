import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Built together with the user interface, and started only while both are up to date. */
const isProgram = import.meta.filename === join(root, 'out/host/program.js');

/**
 * The folder of the built user interface; a source tree builds it first if needed. null where there is none: automation
 * does not need it, so a failed build is logged and does not end the host.
 */
export async function builtRenderer(log: (line: string) => void): Promise<string | null> {
  const folder = `${root}out/renderer`;
  const buildScript = new URL('../../build/scripts/build.ts', import.meta.url);
  if (!isProgram && existsSync(buildScript)) {
    const { ensureBuilt } = (await import(buildScript.href)) as {
      ensureBuilt(options: { log: typeof log }): Promise<void>;
    };
    await ensureBuilt({ log }).catch((thrown: unknown) =>
      log(`The user interface is not up to date. ${thrown instanceof Error ? thrown.message : ''}`),
    );
  }
  return existsSync(`${folder}/index.html`) ? folder : null;
}
