import type { Rule } from '../../../../electron/contract/settings.ts';

export function rule(pattern: string, more: Partial<Rule> = {}): Rule {
  return { id: 'r1', name: 'Bank', sender: null, pattern, ...more };
}
