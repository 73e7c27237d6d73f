import { Button, Text } from '@mantine/core';
import { useSelected } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { formatTime } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import '../../ui/banners.css';

const text = strings.reception.pause;

/** On every page while reception is paused: nobody shall wait for a code that cannot come. */
export function PauseBanner() {
  const pausedSince = useSelected((state) => state.pausedSince);
  return pausedSince === null ? null : <Banner since={pausedSince} />;
}

function Banner({ since }: { since: string }) {
  const { run, busy } = useAction('reception.pause');
  const announce = useAnnounce();
  const resume = async () => {
    if (await run({ paused: false })) announce(text.resumed);
  };
  return (
    <section aria-label={text.label} className="pause-banner">
      <div className="demo-text">
        <Text size="sm" fw={700}>
          {text.title({ time: formatTime(since) })}
        </Text>
        <Text size="sm">{text.text}</Text>
      </div>
      <Button size="xs" variant="default" loading={busy} onClick={() => void resume()}>
        {text.resume}
      </Button>
    </section>
  );
}
