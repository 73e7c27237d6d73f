import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { strings } from '../../ui/strings.ts';

const FaultsDialog = lazy(async () => ({ default: (await import('./FaultsDialog.tsx')).FaultsDialog }));

/** The way to what befalls the captured messages. */
export function FaultsButton() {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button size="xs" variant="default" onClick={open}>
        {strings.capture.faults.open}
      </Button>
      <Suspense fallback={null}>{opened && <FaultsDialog close={close} />}</Suspense>
    </>
  );
}
