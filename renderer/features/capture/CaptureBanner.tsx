import { Button } from '@mantine/core';
import { useSelected } from '../../state/context.ts';
import { Banner } from '../../ui/Banner.tsx';
import { strings } from '../../ui/strings.ts';
import { showDone } from '../../ui/toasts.tsx';
import { useAction } from '../../ui/useAction.ts';
import { FaultsButton } from './FaultsButton.tsx';

/** On every page while SMS are captured: where the app under test sends them, and one click to end it. */
export function CaptureBanner() {
  const capture = useSelected((state) => state.capture);
  const { run, busy } = useAction('capture.stop');
  const { label, title, text, leave } = strings.capture;
  if (capture === null) return null;
  return (
    <Banner
      kind="demo"
      {...{ label, title, busy }}
      text={text({ url: capture.baseUrl })}
      button={leave}
      onClick={() => void run()}
    >
      <CopyVariables />
      <FaultsButton />
    </Banner>
  );
}

/** The host copies them: the page never has the token. */
function CopyVariables() {
  const byHost = useSelected(({ capabilities, desktop }) => capabilities.clipboard === 'host' && !desktop?.team);
  const { run, busy } = useAction('capture.copyVariables');
  const copy = async () => {
    if (await run()) showDone(strings.capture.copied);
  };
  return byHost ? (
    <Button size="xs" variant="default" loading={busy} onClick={() => void copy()}>
      {strings.capture.copy}
    </Button>
  ) : null;
}
