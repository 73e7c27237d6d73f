import type { Fault, FaultKind } from '../../../electron/contract/faults.ts';
import { formatNumber } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';

const text = strings.capture.faults;

/** As they are offered: what happens most comes first. */
export const faultKinds = [
  'refused',
  'tooManyRequests',
  'unavailable',
  'slow',
  'undelivered',
  'late',
  'twice',
  'callbacksLost',
  'callbacksTwice',
] as const satisfies readonly FaultKind[];

/** "Undelivered (30003): all numbers". */
export function faultText(fault: Fault): string {
  const { to, times } = fault;
  const who = to === null ? text.everybody : formatNumber(to);
  return times === null
    ? text.one({ what: whatHappens(fault), who })
    : text.oneFor({ what: whatHappens(fault), who, count: times });
}

function whatHappens(fault: Fault): string {
  const what = text.kinds[fault.kind];
  if ('errorCode' in fault) return text.withCode({ what, code: String(fault.errorCode) });
  return 'delaySeconds' in fault ? text.withSeconds({ what, seconds: fault.delaySeconds }) : what;
}
