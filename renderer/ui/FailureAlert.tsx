import { Alert, Anchor, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Failure, TwilioDetail } from '../../electron/contract/errors.ts';
import { EnglishText, HostText } from './HostText.tsx';
import { strings } from './strings.ts';

interface FailureAlertProps {
  failure: Failure;
  title?: string;
  /** The page's own advice, instead of the failure's. */
  hint?: string;
  color?: string;
  /** The title says what happened. */
  isBrief?: boolean;
  /** Buttons for following the hint. */
  children?: ReactNode;
}

/** What happened, why, what to do next, and Twilio's own words if there are any. */
export function FailureAlert({ failure, title, hint, color = 'red', isBrief = false, children }: FailureAlertProps) {
  const message = <HostText>{failure.message}</HostText>;
  return (
    <Alert color={color} title={title ?? message}>
      <Stack gap="xs">
        {title !== undefined && !isBrief && <Text size="sm">{message}</Text>}
        <Text size="sm">{hint ?? <HostText>{failure.hint}</HostText>}</Text>
        {failure.twilio !== null && !isBrief && <TwilioWords twilio={failure.twilio} />}
        {children !== undefined && <Group gap="xs">{children}</Group>}
      </Stack>
    </Alert>
  );
}

export function TwilioWords({ twilio }: { twilio: TwilioDetail }) {
  const link = twilio.moreInfo?.startsWith('https://') ? twilio.moreInfo : null;
  return (
    <Text size="sm" className="break">
      {strings.common.twilioSays({ code: String(twilio.code ?? 'none') })} <EnglishText>{twilio.message}</EnglishText>{' '}
      {link !== null && (
        <Anchor href={link} target="_blank" rel="noreferrer" inherit underline="always">
          {strings.common.moreInfo}
        </Anchor>
      )}
    </Text>
  );
}
