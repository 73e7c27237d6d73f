import { Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { settingsSections, type Spot } from '../../../electron/contract/commands.ts';
import { useSelected } from '../../state/context.ts';
import type { GivenText, TextActions } from '../../state/texts.ts';
import { useSoughtSetting } from '../../state/usePlace.ts';
import { strings } from '../../ui/strings.ts';
import { AboutSection } from './AboutSection.tsx';
import { ApiSection } from './ApiSection.tsx';
import { AppearanceSection } from './AppearanceSection.tsx';
import { CodesSection } from './CodesSection.tsx';
import { DataSection } from './DataSection.tsx';
import { DefaultsSection } from './DefaultsSection.tsx';
import { DesktopSection } from './DesktopSection.tsx';
import { HealthSection } from './HealthSection.tsx';
import { KeptSection } from './KeptSection.tsx';
import { LimitsSection } from './LimitsSection.tsx';
import { NotificationsSection } from './NotificationsSection.tsx';
import { ReceptionSection } from './ReceptionSection.tsx';
import './settings.css';
import { SettingsNav } from './SettingsNav.tsx';
import { SettingsSearch } from './SettingsSearch.tsx';
import { TokensSection } from './TokensSection.tsx';
import { TwilioSection } from './TwilioSection.tsx';
import { useArrival } from './useArrival.ts';

interface SettingsPageProps {
  /** A text to try that was just requested. */
  toTry: GivenText | null;
  /** Called once the text has been filled in. */
  tried: () => void;
  teach: TextActions['teach'];
}

const sections: Record<Exclude<Spot, 'codes'>, () => ReactNode> = {
  twilio: TwilioSection,
  reception: ReceptionSection,
  health: HealthSection,
  defaults: DefaultsSection,
  kept: KeptSection,
  money: LimitsSection,
  notifications: NotificationsSection,
  desktop: DesktopSection,
  appearance: AppearanceSection,
  api: ApiSection,
  tokens: TokensSection,
  data: DataSection,
  about: AboutSection,
};

/** One page of the settings at a time, and the way to the others. */
export function SettingsPage(codes: SettingsPageProps) {
  const isDesktop = useSelected(({ desktop }) => desktop !== null);
  const pages = settingsSections.filter((page) => page !== 'desktop' || isDesktop);
  const sought = useSoughtSetting();
  const here = pages.find((page) => page === sought.page) ?? pages[0] ?? 'twilio';
  const { ref, arrive } = useArrival(sought);
  const Section = here === 'codes' ? null : sections[here];
  return (
    <Stack>
      <Title order={1} size="h2">
        {strings.settings.title}
      </Title>
      <div className="settings">
        <SettingsSearch arrive={arrive}>
          <SettingsNav pages={pages} here={here} />
        </SettingsSearch>
        <div className="settings-page" ref={ref} key={here}>
          {Section === null ? <CodesSection {...codes} /> : <Section />}
        </div>
      </div>
    </Stack>
  );
}
