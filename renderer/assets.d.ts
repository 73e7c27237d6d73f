/** What Vite knows beside TypeScript: style sheets, import.meta.glob. */
/// <reference types="vite/client" />
