import { SimpleGrid, Stack, Switch, Title } from '@mantine/core';
import { strings } from '../../ui/strings.ts';
import { AboutSection } from './AboutSection.tsx';
import { DefaultsSection } from './DefaultsSection.tsx';
import { ReceptionSection } from './ReceptionSection.tsx';
import { Section } from './Section.tsx';
import { TwilioSection } from './TwilioSection.tsx';
import { useSetting } from './useSetting.ts';

export function SettingsPage() {
  return (
    <Stack>
      <Title order={1} size="h2">
        {strings.settings.title}
      </Title>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Stack>
          <TwilioSection />
          <DefaultsSection />
          <NotificationsSection />
        </Stack>
        <Stack>
          <ReceptionSection />
          <AboutSection />
        </Stack>
      </SimpleGrid>
    </Stack>
  );
}

function NotificationsSection() {
  const text = strings.settings.notifications;
  const { value, error, saved, save } = useSetting('notifications');
  return (
    <Section title={text.title} saved={saved}>
      <Switch
        label={text.switch}
        checked={value}
        error={error}
        onChange={(event) => void save(event.currentTarget.checked)}
      />
    </Section>
  );
}
