import type { GivenText, TextActions } from '../../state/texts.ts';
import { RuleList } from '../codes/RuleList.tsx';
import { TryText } from '../codes/TryText.tsx';
import { Section } from './Section.tsx';
import { placeFor } from './useArrival.ts';

interface CodesSectionProps {
  toTry: GivenText | null;
  tried: () => void;
  teach: TextActions['teach'];
}

export function CodesSection(trial: CodesSectionProps) {
  return (
    <Section spot="codes">
      <div {...placeFor('rules')}>
        <RuleList />
      </div>
      <div className="settings-part" {...placeFor('tryText')}>
        <TryText {...trial} />
      </div>
    </Section>
  );
}
