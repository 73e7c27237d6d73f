import { Badge, Radio, Stack } from '@mantine/core';
import type { ReceptionKind } from '../../../electron/contract/settings.ts';
import { strings } from '../../ui/strings.ts';

const text = strings.onboarding.reception;

const ways: readonly ReceptionKind[] = ['ngrok', 'url', 'polling'];

interface WayCardsProps {
  recommended: ReceptionKind;
  way: ReceptionKind;
  onChange: (way: ReceptionKind) => void;
}

export function WayCards({ recommended, way, onChange }: WayCardsProps) {
  return (
    <Radio.Group aria-label={text.label} value={way} onChange={onChange}>
      <Stack gap="xs">
        {ways.map((each) => (
          <div key={each} className="setup-card">
            <Radio
              value={each}
              label={<Label way={each} recommended={each === recommended} />}
              description={text.wayHints[each]}
            />
          </div>
        ))}
      </Stack>
    </Radio.Group>
  );
}

function Label({ way, recommended }: { way: ReceptionKind; recommended: boolean }) {
  return (
    <span className="setup-card-label">
      {text.ways[way]}{' '}
      {recommended && (
        <Badge component="span" size="sm" variant="default" tt="none">
          {text.recommended}
        </Badge>
      )}
    </span>
  );
}
