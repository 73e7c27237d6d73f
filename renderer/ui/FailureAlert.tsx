import { Alert, Anchor, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Failure, TwilioDetail } from '../../electron/contract/errors.ts';
import { failureWords } from './failureWords.ts';
import { HostText, Original } from './HostText.tsx';
import { strings } from './strings.ts';

interface FailureAlertProps {
  failure: Failure;
  title?: string;
  color?: string;
  /** Buttons that do what the hint says. */
  children?: ReactNode;
}

/** What happened, why, what to do next, and Twilio's own words where there are any. */
export function FailureAlert({ failure, title, color = 'red', children }: FailureAlertProps) {
  const { message, hint, original } = failureWords(failure);
  return (
    <Alert color={color} title={title ?? message}>
      <Stack gap="xs">
        {title !== undefined && <Text size="sm">{message}</Text>}
        <Text size="sm">{hint}</Text>
        <Original>{original}</Original>
        {failure.twilio !== null && <TwilioWords twilio={failure.twilio} />}
        {children !== undefined && <Group gap="xs">{children}</Group>}
      </Stack>
    </Alert>
  );
}

export function TwilioWords({ twilio }: { twilio: TwilioDetail }) {
  const link = twilio.moreInfo?.startsWith('https://') ? twilio.moreInfo : null;
  return (
    <Text size="sm" className="break">
      {strings.common.twilioSays(twilio.code)} <HostText>{twilio.message}</HostText>{' '}
      {link !== null && (
        <Anchor href={link} target="_blank" rel="noreferrer" inherit underline="always">
          {strings.common.moreInfo}
        </Anchor>
      )}
    </Text>
  );
}
