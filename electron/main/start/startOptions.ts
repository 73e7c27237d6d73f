import path from 'node:path';
import { appError } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';

const say = phrases.host;

/** What the command line says about how to start. */
export interface StartOptions {
  demo: boolean;
  /** Ask what to do before anything is opened. */
  safeMode: boolean;
  /** Absolute. null leaves it to the environment or the system. */
  dataDir: string | null;
}

export interface StartFacts {
  argv: readonly string[];
  env: NodeJS.ProcessEnv;
  platform: NodeJS.Platform;
  execPath: string;
  cwd: string;
}

const dataDirFlag = '--data-dir=';

/** `--data-dir=PATH` wins over `--portable`, and both over the environment. Throws INVALID_INPUT for an empty path. */
export function readStartOptions(facts: StartFacts): StartOptions {
  const { argv, cwd } = facts;
  const given = argv.findLast((argument) => argument === '--data-dir' || argument.startsWith(dataDirFlag));
  const named = given?.slice(dataDirFlag.length).trim();
  if (named === '') throw appError('INVALID_INPUT', say.flagWithoutFolder, say.flagWithoutFolderHint);
  return {
    demo: argv.includes('--demo'),
    safeMode: argv.includes('--safe-mode'),
    dataDir: named ? path.resolve(cwd, named) : argv.includes('--portable') ? portableFolder(facts) : null,
  };
}

/** A folder beside the program, so that both fit on one disk to carry about. */
export function portableFolder({ env, platform, execPath }: Pick<StartFacts, 'env' | 'platform' | 'execPath'>): string {
  const { dirname, join } = platform === 'win32' ? path.win32 : path.posix;
  // An AppImage and a portable exe run from a folder that differs at each start.
  const program = env['APPIMAGE'] || env['PORTABLE_EXECUTABLE_FILE'] || execPath;
  // OTP Dock.app/Contents/MacOS/OTP Dock
  const bundle = platform === 'darwin' ? /^(.*\.app)\/Contents\/MacOS\//.exec(program)?.[1] : undefined;
  return join(dirname(bundle ?? program), 'OTP Dock Data');
}

/** The flags of this start that a start at login needs too. */
export function lastingFlags({ dataDir }: Pick<StartOptions, 'dataDir'>): string[] {
  return dataDir === null ? [] : [`${dataDirFlag}${dataDir}`];
}
