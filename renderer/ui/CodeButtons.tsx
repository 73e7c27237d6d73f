import { Group } from '@mantine/core';
import { GroupedCode } from './CodeText.tsx';
import { CopyButton } from './copying.tsx';
import { strings } from './strings.ts';

interface CodeButtonsProps {
  codes: string[];
  /** The name of the list. */
  label: string;
  /** Makes the first button stand out, because its code is the best one. */
  bestFirst?: boolean;
}

/** One copy button per code. */
export function CodeButtons({ codes, label, bestFirst = false }: CodeButtonsProps) {
  if (codes.length === 0) return null;
  return (
    <Group component="ul" className="plain-list" gap="xs" aria-label={label}>
      {codes.map((code, index) => (
        <li key={code}>
          <CopyButton
            text={code}
            label={<GroupedCode code={code} />}
            spoken={strings.codes.copyThis({ code })}
            variant={bestFirst && index === 0 ? 'filled' : 'default'}
          />
        </li>
      ))}
    </Group>
  );
}
