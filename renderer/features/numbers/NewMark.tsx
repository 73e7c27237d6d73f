import { Badge } from '@mantine/core';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useServices } from '../../state/context.ts';
import { strings } from '../../ui/strings.ts';

/** A code counts as seen after so many seconds in sight, in a window that has the focus. */
export const seenAfter = 5;

/** Marks a code that came just now, until it is seen or copied. */
export function NewMark({ sid }: { sid: string }) {
  const { unseen } = useServices();
  const isNew = useSyncExternalStore(unseen.subscribe, () => unseen.has(sid));
  return isNew ? <Mark sid={sid} /> : null;
}

const className = `new-mark ${Badge.classes.root}`;

/** Mantine's badge as plain elements, which are drawn sooner: in a burst, dozens of them a second. */
function Mark({ sid }: { sid: string }) {
  const { ticker, unseen } = useServices();
  const ref = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let seconds = 0;
    return ticker.subscribe(() => {
      if (ref.current === null || !document.hasFocus() || !isInSight(ref.current)) return;
      seconds += 1;
      if (seconds >= seenAfter) unseen.seen(sid);
    });
  }, [sid, ticker, unseen]);
  return (
    <span ref={ref} className={className}>
      <span className={Badge.classes.label}>{strings.numbers.newCode}</span>
    </span>
  );
}

function isInSight(element: Element): boolean {
  // First, because to measure a row that is not laid out, as it is far from the screen, lays it out.
  if (!element.checkVisibility({ contentVisibilityAuto: true })) return false;
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= window.innerHeight;
}
