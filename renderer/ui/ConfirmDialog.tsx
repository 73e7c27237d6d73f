import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { Dialog, useFocusBack } from './Dialog.tsx';
import { strings } from './strings.ts';

export interface ConfirmDialogProps {
  title: string;
  confirm: string;
  /** Whether confirming loses something. */
  isLoss?: boolean;
  busy: boolean;
  run: () => void;
  close: () => void;
  /** What confirming does. */
  children: ReactNode;
}

/** Asks before something that cannot be undone. Render it only while it is open. */
export function ConfirmDialog({ title, confirm, isLoss = false, busy, run, close, children }: ConfirmDialogProps) {
  useFocusBack();
  return (
    <Dialog opened onClose={close} title={title}>
      <Stack>
        {children}
        <Group justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            {strings.common.cancel}
          </Button>
          {/* White on a brighter red would be too faint to read. */}
          <Button {...(isLoss && { color: 'red.9' })} loading={busy} onClick={run}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
