import { Anchor, Button, Text } from '@mantine/core';
import { strings } from '../../ui/strings.ts';

const text = strings.onboarding;

/** The home page of Twilio's console, which shows the credentials under Account Info. */
const page = { href: 'https://console.twilio.com/', target: '_blank', rel: 'noreferrer' } as const;

/** Where the credentials are, with a link there. */
export function ConsoleLink({ where = text.where }: { where?: string }) {
  return (
    <Text size="sm">
      {where}{' '}
      <Anchor {...page} inherit underline="always">
        {text.console}
      </Anchor>
    </Text>
  );
}

export function ConsoleButton() {
  return (
    <Button {...page} component="a" size="xs" variant="default">
      {text.console}
    </Button>
  );
}
