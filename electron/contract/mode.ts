import type { AppState } from './state.ts';

/** What a test can be meant for: captured SMS, or real numbers. */
export const testModes = ['capture', 'real'] as const;
export type TestMode = (typeof testModes)[number];

/** What a host offers. The demo is neither. */
export type HostMode = TestMode | 'demo';

export function modeOf({ demo, capture }: Pick<AppState, 'demo' | 'capture'>): HostMode {
  return demo ? 'demo' : capture ? 'capture' : 'real';
}
