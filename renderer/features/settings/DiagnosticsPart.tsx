import { Button, ScrollArea, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useClient } from '../../state/context.ts';
import { useLoaded } from '../../state/useLoaded.ts';
import { CopyButton } from '../../ui/copying.tsx';
import { Dialog, useFocusBack } from '../../ui/Dialog.tsx';
import { EnglishText } from '../../ui/HostText.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { strings } from '../../ui/strings.ts';
import { Part } from './Section.tsx';
import { placeFor } from './useArrival.ts';

const text = strings.settings.diagnostics;

/** The information for a problem report, shown so that it can be read before it is copied. */
export function DiagnosticsPart() {
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <Part title={text.title}>
      <Text size="sm">{text.hint}</Text>
      <div {...placeFor('diagnostics')}>
        <Button size="xs" variant="default" onClick={open}>
          {text.show}
        </Button>
      </div>
      {opened && <DiagnosticsDialog close={close} />}
    </Part>
  );
}

function DiagnosticsDialog({ close }: { close: () => void }) {
  useFocusBack();
  const client = useClient();
  const loaded = useLoaded(() => client.call('diagnostics.get'), 'diagnostics');
  return (
    <Dialog opened onClose={close} title={text.title} size="xl">
      <Stack>
        <Text size="sm">{text.read}</Text>
        <LoadingLine loaded={loaded} text={text.collecting} />
        {loaded.value !== null && (
          <>
            <ScrollArea.Autosize
              mah="50vh"
              type="auto"
              viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': text.title }}
            >
              <pre className="diagnostics">
                <EnglishText>{loaded.value.text}</EnglishText>
              </pre>
            </ScrollArea.Autosize>
            <div>
              <CopyButton text={loaded.value.text} label={text.copy} />
            </div>
          </>
        )}
      </Stack>
    </Dialog>
  );
}
