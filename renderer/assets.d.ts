/** Types that Vite adds to TypeScript: style sheets, import.meta.glob. */
/// <reference types="vite/client" />
