import { Group } from '@mantine/core';
import { CopyButton } from './copying.tsx';
import { strings } from './strings.ts';

interface CodeButtonsProps {
  codes: string[];
  /** What the list is called. */
  label: string;
  /** Whether the first code is the best one, and its button stands out. */
  bestFirst?: boolean;
}

/** One copy button for each code. */
export function CodeButtons({ codes, label, bestFirst = false }: CodeButtonsProps) {
  if (codes.length === 0) return null;
  return (
    <Group component="ul" className="plain-list" gap="xs" aria-label={label}>
      {codes.map((code, index) => (
        <li key={code}>
          <CopyButton
            text={code}
            label={code}
            spoken={strings.codes.copyThis({ code })}
            variant={bestFirst && index === 0 ? 'filled' : 'default'}
          />
        </li>
      ))}
    </Group>
  );
}
