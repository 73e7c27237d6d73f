import { rmSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type InlineConfig, type Logger, type PluginOption, type UserConfig } from 'vite';
import electron, { type ElectronOptions } from 'vite-plugin-electron';
import { compressed } from './build/plugins/compressed.ts';
import { firstScreen } from './build/plugins/firstScreen.ts';
import { leanHttp } from './build/plugins/leanHttp.ts';
import { requireWhenImported } from './build/plugins/requireWhenImported.ts';
import { compiledMessages } from './build/plugins/compiledMessages.ts';
import { desktopArguments, ownFlags } from './build/scripts/startDecision.ts';

const root = import.meta.dirname;

export interface BuildTarget {
  /** Added to each folder's name under out/, so that a build can be finished beside the one in use. */
  suffix?: string;
  logger?: Logger;
}

/** Left out of the bundles, because it is loaded late, if at all. */
const late = /^(twilio|@ngrok\/ngrok|electron-updater)(\/|$)/;

/** Of the host alone, whose folder has all packages: the desktop app takes it along in a chunk. */
const lateInHost = /^prom-client$/;

/** Tables of Chinese, Japanese and Korean encodings, half a megabyte, which iconv-lite loads when a body is in one. */
const encodings = /[\\/]iconv-lite[\\/]encodings[\\/]tables[\\/]/;

/** What main and the preload have in common. `.env` holds secrets: Vite shall not read it. */
function shared(target: BuildTarget): InlineConfig {
  return { root, envDir: false, ...(target.logger ? { customLogger: target.logger } : {}) };
}

function main(target: BuildTarget): ElectronOptions {
  return {
    // Vite's root is renderer/, Electron's is the project; and the plugin's own default would switch the sandbox off.
    onstart: async ({ startup }) => void (await startup(desktopArguments(ownFlags(process.argv)), { cwd: root })),
    vite: {
      ...shared(target),
      // To load hundreds of modules, one by one, takes longer than all that they do until there is a window.
      ssr: { noExternal: true },
      // There must be one of it: its output goes through the log.
      plugins: [requireWhenImported('debug')],
      build: {
        ssr: join(root, 'electron/main/index.ts'),
        outDir: join(root, `out/main${target.suffix ?? ''}`),
        emptyOutDir: true,
        sourcemap: true,
        target: 'node24',
        rolldownOptions: {
          external: [/^node:/, /^electron(\/|$)/, late],
          output: { format: 'es', entryFileNames: 'index.js', chunkFileNames: 'chunks/[name]-[hash].js' },
        },
      },
    },
  };
}

/** One CommonJS file: a sandboxed preload can require nothing but electron. */
function preload(target: BuildTarget): ElectronOptions {
  return {
    onstart: ({ reload }) => reload(),
    vite: {
      ...shared(target),
      build: {
        outDir: join(root, `out/preload${target.suffix ?? ''}`),
        emptyOutDir: true,
        sourcemap: true,
        minify: false,
        rolldownOptions: {
          input: join(root, 'electron/preload/index.ts'),
          external: ['electron'],
          output: { format: 'cjs', entryFileNames: 'index.cjs', codeSplitting: false },
        },
      },
    },
  };
}

/** `vite` writes into out/ without a stamp: the next start builds anew. */
function forgetStamp(): PluginOption {
  return {
    name: 'otp-dock:forget-stamp',
    apply: 'serve',
    configureServer: () => rmSync(join(root, 'out/.stamp'), { force: true }),
  };
}

/**
 * The command line with the headless host in one file: to load the thousand modules of it, one by one, takes longer than
 * all that they do until the host is ready. What it brings along is left out only where there must be one of it (`debug`,
 * whose output goes through the log) or where it is loaded late, if at all.
 */
export function hostConfig(target: BuildTarget = {}): InlineConfig {
  return {
    ...shared(target),
    ssr: { noExternal: true },
    plugins: [requireWhenImported('debug'), leanHttp()],
    build: {
      ssr: join(root, 'electron/cli/program.ts'),
      // As deep as the folders of the sources: paths to other files are relative to both.
      outDir: join(root, `out/host${target.suffix ?? ''}`),
      emptyOutDir: true,
      target: 'node24',
      rolldownOptions: {
        external: [/^node:(?!http$)/, late, lateInHost, encodings],
        // One file, so that a host in use misses no part when another build takes the place of its own.
        output: {
          format: 'es',
          entryFileNames: 'program.js',
          codeSplitting: false,
          // V8 keeps the text as long as the host runs, with two bytes a character if a single one needs them.
          charset: 'ascii',
          minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
        },
      },
    },
  };
}

/** The user interface alone. */
export function pageConfig(target: BuildTarget = {}): UserConfig {
  return {
    ...shared(target),
    root: join(root, 'renderer'),
    base: './',
    plugins: [react(), firstScreen(), compiledMessages(), compressed()],
    resolve: { alias: { '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js' } },
    build: {
      outDir: join(root, `out/renderer${target.suffix ?? ''}`),
      emptyOutDir: true,
      sourcemap: true,
      target: 'chrome140',
      rolldownOptions: {
        input: { index: join(root, 'renderer/index.html'), interface: join(root, 'renderer/interface.tsx') },
      },
      // Read from disk, not over a network: one large chunk is no worse than ten small ones.
      chunkSizeWarningLimit: 2_000,
    },
  };
}

/** Renderer, main and preload in one configuration. */
export function appConfig(target: BuildTarget = {}): UserConfig {
  const page = pageConfig(target);
  return { ...page, plugins: [page.plugins, forgetStamp(), electron([main(target), preload(target)])] };
}

export default defineConfig(() => appConfig());
