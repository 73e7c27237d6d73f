import { Stack } from '@mantine/core';
import { useAppState } from '../../state/context.ts';
import { Fact } from '../../ui/Fact.tsx';
import { strings } from '../../ui/strings.ts';
import { Section } from './Section.tsx';

const text = strings.settings.about;

export function AboutSection() {
  const { version, host, webhook, tunnel } = useAppState();
  return (
    <Section title={text.title}>
      <Stack component="dl" gap="xs" m={0}>
        <Fact name={text.version}>{version}</Fact>
        <Fact name={text.host}>{text.hosts[host]}</Fact>
        <Fact name={text.tunnel}>
          {strings.account.tunnel[tunnel.state]} ({strings.account.tunnelKind[tunnel.kind]})
        </Fact>
        {tunnel.url !== null && <Fact name={text.publicUrl}>{tunnel.url}</Fact>}
        <Fact name={text.webhook}>{webhook ?? text.noWebhook}</Fact>
      </Stack>
    </Section>
  );
}
