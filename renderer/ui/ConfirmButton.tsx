import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ConfirmDialog, type ConfirmDialogProps } from './ConfirmDialog.tsx';

interface ConfirmButtonProps extends Omit<ConfirmDialogProps, 'run' | 'close'> {
  label: string;
  /** Resolves to whether it succeeded; then the dialog closes. */
  run: () => Promise<boolean | undefined>;
}

/** A button for something that cannot be undone: a dialog asks first. */
export function ConfirmButton({ label, run, ...dialog }: ConfirmButtonProps) {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button size="xs" variant="default" onClick={open}>
        {label}
      </Button>
      {opened && <ConfirmDialog {...dialog} run={() => void run().then((isDone) => isDone && close())} close={close} />}
    </>
  );
}
