import { release } from 'node:os';

/** What this process runs on, for a problem report. */
export function systemFacts(): [name: string, value: string][] {
  const { versions, platform, arch } = process;
  const named: [string, string | undefined][] = [
    ['Electron', versions['electron']],
    ['Chromium', versions['chrome']],
    ['Node', versions.node],
    ['SQLite', versions['sqlite']],
    ['System', `${platform} ${arch} ${release()}`],
    ['Memory', `${Math.round(process.memoryUsage.rss() / 2 ** 20)} MiB`],
    ['Running for', `${Math.round(process.uptime())} s`],
  ];
  return named.filter((fact): fact is [string, string] => fact[1] !== undefined);
}
