import { Stack, Title } from '@mantine/core';
import type { GivenText, TextActions } from '../../state/texts.ts';
import { strings } from '../../ui/strings.ts';
import { AboutSection } from './AboutSection.tsx';
import { ApiSection } from './ApiSection.tsx';
import { AppearanceSection } from './AppearanceSection.tsx';
import { CodesSection } from './CodesSection.tsx';
import { DataSection } from './DataSection.tsx';
import { DefaultsSection } from './DefaultsSection.tsx';
import { MoneySection } from './MoneySection.tsx';
import { NotificationsSection } from './NotificationsSection.tsx';
import { ReceptionSection } from './ReceptionSection.tsx';
import { SectionNav } from './SectionNav.tsx';
import './settings.css';
import { TwilioSection } from './TwilioSection.tsx';

interface SettingsPageProps {
  /** A text to try that was just requested. */
  toTry: GivenText | null;
  /** Called once the text has been filled in. */
  tried: () => void;
  teach: TextActions['teach'];
}

export function SettingsPage(codes: SettingsPageProps) {
  return (
    <Stack>
      <Title order={1} size="h2">
        {strings.settings.title}
      </Title>
      <div className="settings">
        <SectionNav />
        <Stack className="settings-sections">
          <TwilioSection />
          <ReceptionSection />
          <DefaultsSection />
          <MoneySection />
          <CodesSection {...codes} />
          <NotificationsSection />
          <ApiSection />
          <AppearanceSection />
          <DataSection />
          <AboutSection />
        </Stack>
      </div>
    </Stack>
  );
}
