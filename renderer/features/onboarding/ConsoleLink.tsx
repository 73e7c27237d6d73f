import { Anchor, Text } from '@mantine/core';
import { strings } from '../../ui/strings.ts';

const text = strings.onboarding;

/** Links to the page of Twilio's console that shows the credentials. */
export function ConsoleLink({ where = text.where }: { where?: string }) {
  return (
    <Text size="sm">
      {where}{' '}
      <Anchor href="https://console.twilio.com/" target="_blank" rel="noreferrer" inherit underline="always">
        {text.console}
      </Anchor>
    </Text>
  );
}
