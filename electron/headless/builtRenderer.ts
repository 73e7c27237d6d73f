import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The folder of the built user interface; in a source tree it is built first where that is needed. null where there is
 * none: automation needs none, so a build that fails is said and does not end the host.
 */
export async function builtRenderer(log: (line: string) => void): Promise<string | null> {
  const folder = `${root}out/renderer`;
  const buildScript = new URL('../../build/scripts/build.ts', import.meta.url);
  if (existsSync(buildScript)) {
    const { ensureBuilt } = (await import(buildScript.href)) as {
      ensureBuilt(options: { log: typeof log }): Promise<void>;
    };
    await ensureBuilt({ log }).catch((thrown: unknown) =>
      log(`The user interface is not up to date. ${thrown instanceof Error ? thrown.message : ''}`),
    );
  }
  return existsSync(`${folder}/index.html`) ? folder : null;
}
