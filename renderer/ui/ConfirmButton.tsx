import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ConfirmDialog, type ConfirmDialogProps } from './ConfirmDialog.tsx';

interface ConfirmButtonProps extends Omit<ConfirmDialogProps, 'run' | 'close'> {
  label: string;
  /** Resolves to whether it is done, so that the dialog closes. */
  run: () => Promise<boolean | undefined>;
}

/** A button for something that cannot be taken back: a dialog asks first. */
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
