import { Suspense, useEffect } from 'react';
import type { DialogProps } from './DialogFrame.tsx';
import { later } from './later.ts';

export const dialogFrame = () => import('./DialogFrame.tsx');
const Frame = later(async () => (await dialogFrame()).DialogFrame);

/**
 * For a dialog that is rendered only while it is open: returns the focus to where it was before, or to the page if that
 * is gone.
 */
export function useFocusBack(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      const target = before?.isConnected === true ? before : document.getElementById('content');
      if (target instanceof HTMLElement) target.focus();
    };
  }, []);
}

/** Render it only while it is open. */
export function Dialog(props: DialogProps) {
  return (
    <Suspense>
      <Frame {...props} />
    </Suspense>
  );
}
