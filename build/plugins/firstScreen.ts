import type { PluginOption, Rolldown } from 'vite';

/**
 * Puts the first screen into three scripts: what main.tsx needs before the language is known, the packages that the
 * interface is built on, and the interface. A browser takes longer for forty small files than for all that is in them.
 * Its style sheet is only preloaded, so that the first frame does not wait for it: firstStyles.ts applies it.
 */
export function firstScreen(): PluginOption {
  const start = new Set<string>();
  return {
    name: 'otp-dock:first-screen',
    apply: 'build',
    buildEnd() {
      const visit = (id: string): void => {
        if (start.has(id)) return;
        start.add(id);
        this.getModuleInfo(id)?.importedIds.forEach(visit);
      };
      [...this.getModuleIds()].filter((id) => id.endsWith('/renderer/index.html')).forEach(visit);
    },
    outputOptions: (options) => ({
      ...options,
      codeSplitting: {
        groups: [
          { name: 'start', priority: 3, test: (id) => start.has(id) || id.includes('rolldown/runtime') },
          { name: 'libraries', priority: 2, tags: ['$initial'], test: /[\\/]node_modules[\\/]/ },
          { name: 'interface', priority: 1, tags: ['$initial'] },
        ],
      },
    }),
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => ({
        html: html.replace('<link rel="stylesheet"', '<link rel="preload" as="style"'),
        tags: scriptsOf(bundle)
          .filter((file) => !html.includes(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
            injectTo: 'head',
          })),
      }),
    },
  };
}

/** Those that the interface imports, directly or not, and itself: it is fetched before the language is known. */
function scriptsOf(bundle: Rolldown.OutputBundle): string[] {
  const found = new Set<string>();
  const visit = (file: Rolldown.OutputBundle[string] | undefined): void => {
    if (file?.type !== 'chunk' || found.has(file.fileName)) return;
    found.add(file.fileName);
    file.imports.forEach((name) => visit(bundle[name]));
  };
  visit(Object.values(bundle).find((file) => file.type === 'chunk' && file.name === 'interface'));
  return [...found];
}
