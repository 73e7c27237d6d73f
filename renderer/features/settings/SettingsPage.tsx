import { SimpleGrid, Stack, Switch, Title } from '@mantine/core';
import type { GivenText, TextActions } from '../../state/texts.ts';
import { strings } from '../../ui/strings.ts';
import { AboutSection } from './AboutSection.tsx';
import { CodesSection } from './CodesSection.tsx';
import { DefaultsSection } from './DefaultsSection.tsx';
import { HealthSection } from './HealthSection.tsx';
import { MoneySection } from './MoneySection.tsx';
import { PapersSection } from './PapersSection.tsx';
import { ReceptionSection } from './ReceptionSection.tsx';
import { Section } from './Section.tsx';
import { TwilioSection } from './TwilioSection.tsx';
import { useSetting } from './useSetting.ts';

interface SettingsPageProps {
  /** A text to try, just asked for. */
  toTry: GivenText | null;
  /** Called once it has been filled in. */
  tried: () => void;
  teach: TextActions['teach'];
}

export function SettingsPage(codes: SettingsPageProps) {
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
          <AboutSection />
        </Stack>
        <Stack>
          <ReceptionSection />
          <HealthSection />
          <PapersSection />
        </Stack>
      </SimpleGrid>
      <CodesSection {...codes} />
      <MoneySection />
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
