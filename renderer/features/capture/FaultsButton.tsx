import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense } from 'react';
import { later } from '../../ui/later.ts';
import { strings } from '../../ui/strings.ts';

const FaultsDialog = later(async () => (await import('./FaultsDialog.tsx')).FaultsDialog);

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
