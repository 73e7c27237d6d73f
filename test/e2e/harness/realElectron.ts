import { spawn } from 'node:child_process';
import { _electron, type JSHandle } from 'playwright';
import { openControls, type Controls } from '../electron-double/controls.ts';
import { callsOf } from '../electron-double/line.ts';
import { replaceMessageBoxes } from '../electron-double/messageBoxes.ts';
import { desktopOf, type Desktop, type Launch } from './launch.ts';

/** Starts real Electron with the built app, through Playwright. */
export async function launchElectron(executablePath: string, launch: Launch): Promise<Desktop> {
  const args = [launch.root, ...(launch.args.length > 0 ? ['--', ...launch.args] : [])];
  const app = await _electron.launch({ executablePath, args, cwd: launch.dataDir, env: launch.env });
  const exited = new Promise<number | null>((done) => app.process().once('exit', done));
  const said: string[] = [];
  for (const stream of [app.process().stdout, app.process().stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const controls = controlsOf([await app.evaluateHandle(openControls), await app.evaluateHandle(replaceMessageBoxes)]);
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  const version = await app.evaluate(() => process.versions['electron']);
  const own = {
    page,
    kind: 'electron',
    version: `Electron ${version}`,
    dataDir: launch.dataDir,
    pid: app.process().pid ?? 0,
    said: () => said.join(''),
    exited,
    startSecond: (more: string[] = []) => second(executablePath, [...args, ...more], launch),
  } as const;
  return desktopOf(own, controls);
}

/** The functions of Electron's main process, each in any of these objects. */
function controlsOf(handles: JSHandle<object>[]): Controls {
  return callsOf<Controls>(async (name, args) => {
    for (const handle of handles) {
      if (await handle.evaluate((functions, wanted) => wanted in functions, name))
        return handle.evaluate(
          (functions, [wanted, given]) => (Reflect.get(functions, wanted) as (...args: unknown[]) => unknown)(...given),
          [name, args] as const,
        );
    }
    throw new Error(`There is no control ${name}.`);
  });
}

function second(executablePath: string, args: string[], launch: Launch): Promise<number | null> {
  const child = spawn(executablePath, args, { cwd: launch.dataDir, env: launch.env, stdio: 'ignore' });
  return new Promise((done) => child.once('exit', done));
}
