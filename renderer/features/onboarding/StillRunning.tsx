import { Alert } from '@mantine/core';
import { formatList, formatNumber } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';
import type { Running } from './setup.ts';

const text = strings.onboarding.running;

/** As many as can be read at a glance. */
const most = 5;

/** After a start without the token: which numbers wait for it. */
export function StillRunning({ running: { numbers } }: { running: Running }) {
  const names = numbers.slice(0, most).map((number) => (number === null ? text.unnamed : formatNumber(number)));
  const rest = numbers.length - names.length;
  return (
    <Alert color="orange" title={text.title({ count: numbers.length })}>
      {formatList(rest === 0 ? names : [...names, text.more({ count: rest })])}. {text.hint}
    </Alert>
  );
}
