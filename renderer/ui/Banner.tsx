import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface BannerProps {
  kind: 'demo' | 'pause';
  label: string;
  title: string;
  text: string;
  button: string;
  busy: boolean;
  onClick: () => void;
  /** More that can be done. */
  children?: ReactNode;
}

/** Tells about an unusual state on every page, with one click to end it. */
export function Banner({ kind, label, title, text, button, busy, onClick, children }: BannerProps) {
  return (
    <section aria-label={label} className={kind === 'demo' ? 'demo-banner' : 'pause-banner'}>
      <div className="demo-text">
        <Text size="sm" fw={700}>
          {title}
        </Text>
        <Text size="sm">{text}</Text>
      </div>
      {children}
      <Button size="xs" variant="default" loading={busy} onClick={onClick}>
        {button}
      </Button>
    </section>
  );
}
