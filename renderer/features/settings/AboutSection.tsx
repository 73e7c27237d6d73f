import { Stack } from '@mantine/core';
import { useAppState } from '../../state/context.ts';
import { Fact } from '../../ui/Fact.tsx';
import { strings } from '../../ui/strings.ts';
import { wayOf } from '../reception/way.ts';
import { Section } from './Section.tsx';

const text = strings.settings.about;

export function AboutSection() {
  const state = useAppState();
  const { version, host, webhook, tunnel } = state;
  return (
    <Section spot="about">
      <Stack component="dl" gap="xs" m={0}>
        <Fact name={text.version}>{version}</Fact>
        <Fact name={text.host}>{text.hosts[host]}</Fact>
        <Fact name={text.tunnel}>{wayOf(state).line}</Fact>
        {tunnel.url !== null && <Fact name={text.publicUrl}>{tunnel.url}</Fact>}
        <Fact name={text.webhook}>{webhook ?? text.noWebhook}</Fact>
      </Stack>
    </Section>
  );
}
