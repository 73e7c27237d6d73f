import { SimpleGrid } from '@mantine/core';
import type { GivenText, TextActions } from '../../state/texts.ts';
import { strings } from '../../ui/strings.ts';
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
    <Section title={strings.codes.title}>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <RuleList />
        <TryText {...trial} />
      </SimpleGrid>
    </Section>
  );
}
