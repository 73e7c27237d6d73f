import type { GivenText, TextActions } from '../../state/texts.ts';
import { RuleList } from '../codes/RuleList.tsx';
import { TryText } from '../codes/TryText.tsx';
import { Section } from './Section.tsx';

interface CodesSectionProps {
  toTry: GivenText | null;
  tried: () => void;
  teach: TextActions['teach'];
}

export function CodesSection(trial: CodesSectionProps) {
  return (
    <Section spot="codes">
      <RuleList />
      <div className="settings-part">
        <TryText {...trial} />
      </div>
    </Section>
  );
}
