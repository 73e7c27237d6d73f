import { Button, Text } from '@mantine/core';
import { useSelected } from '../state/context.ts';
import { strings } from './strings.ts';
import { useAction } from './useAction.ts';
import './banners.css';

const text = strings.demo;

/** On every page while the demo runs: nothing here is real, and one click leads out. */
export function DemoBanner() {
  const demo = useSelected((state) => state.demo);
  return demo ? <Banner /> : null;
}

function Banner() {
  const { run, busy } = useAction('demo.stop');
  return (
    <section aria-label={text.label} className="demo-banner">
      <div className="demo-text">
        <Text size="sm" fw={700}>
          {text.title}
        </Text>
        <Text size="sm">{text.text}</Text>
      </div>
      <Button size="xs" variant="default" loading={busy} onClick={() => void run()}>
        {text.leave}
      </Button>
    </section>
  );
}
