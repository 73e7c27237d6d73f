import type { PluginOption, Rolldown } from 'vite';

/** Preloads the interface, which is imported only once the page's language is known (see renderer/main.tsx). */
export function fetchInterface(): PluginOption {
  return {
    name: 'otp-dock:fetch-interface',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const top = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === 'interface');
        if (top?.type !== 'chunk') return [];
        const { scripts, styles } = allOf(top, bundle);
        const link = (attrs: Record<string, string | true>) => ({ tag: 'link', attrs, injectTo: 'head' as const });
        return [
          ...scripts.map((file) => link({ rel: 'modulepreload', crossorigin: true, href: `./${file}` })),
          // The import waits for the style sheets too, and finds them by their address.
          ...styles.map((file) => link({ rel: 'stylesheet', crossorigin: true, href: `./${file}` })),
        ].filter(({ attrs }) => !html.includes(String(attrs['href'])));
      },
    },
  };
}

/** A chunk with everything it imports, directly or indirectly. */
function allOf(top: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle): Record<'scripts' | 'styles', string[]> {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const visit = (file: Rolldown.OutputBundle[string] | undefined) => {
    if (file?.type !== 'chunk' || scripts.has(file.fileName)) return;
    scripts.add(file.fileName);
    file.viteMetadata?.importedCss.forEach((name) => styles.add(name));
    for (const name of file.imports) visit(bundle[name]);
  };
  visit(top);
  return { scripts: [...scripts], styles: [...styles] };
}
