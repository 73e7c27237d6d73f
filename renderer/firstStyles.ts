/**
 * Applies the style sheet that the build only preloads (build/plugins/firstScreen.ts). It stays where it is in the head,
 * before those that come later. Resolves once it is applied, or cannot be loaded: what is drawn before has no styles.
 */
export async function applyStyles(page: Document): Promise<void> {
  await Promise.all([...page.querySelectorAll<HTMLLinkElement>('link[rel=preload][as=style]')].map(apply));
}

function apply(link: HTMLLinkElement): Promise<void> {
  return new Promise((resolve) => {
    // The preload may tell of its own end on this element, too.
    link.addEventListener('load', () => link.sheet !== null && resolve());
    link.addEventListener('error', () => resolve());
    link.rel = 'stylesheet';
  });
}
