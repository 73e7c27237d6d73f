import { Anchor, Text } from '@mantine/core';
import { useId } from 'react';
import type { Diagnosis, TwilioAlert } from '../../../electron/contract/reception.ts';
import { formatTime } from '../../ui/format.ts';
import { EnglishText, HostText } from '../../ui/HostText.tsx';
import { strings } from '../../ui/strings.ts';

const text = strings.reception.late;

/** What on our side keeps the message from arriving, worst first, each with what to do. */
export function Findings({ findings }: Pick<Diagnosis, 'findings'>) {
  if (findings.length === 0) return <Text size="sm">{text.app}</Text>;
  return (
    <ul className="plain-list">
      {findings.map(({ message, hint }) => (
        <li key={message.key} className="finding">
          <Text size="sm" fw={500} className="break">
            <HostText>{message}</HostText>
          </Text>
          <Text size="sm" c="dimmed" className="break">
            <HostText>{hint}</HostText>
          </Text>
        </li>
      ))}
    </ul>
  );
}

/** Entries in Twilio's own error log. */
export function Alerts({ alerts }: Pick<Diagnosis, 'alerts'>) {
  const id = useId();
  if (alerts === null) return <Text size="sm">{text.noAlerts}</Text>;
  if (alerts.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={500} id={id}>
        {text.alerts}
      </Text>
      <ul className="plain-list" aria-labelledby={id}>
        {alerts.map((alert, index) => (
          // Twilio may log the same error twice within a second.
          <Alert key={`${alert.at}/${alert.code}/${index}`} alert={alert} />
        ))}
      </ul>
    </div>
  );
}

function Alert({ alert: { at, code, text: words, moreInfo } }: { alert: TwilioAlert }) {
  return (
    <Text component="li" size="sm" className="break">
      {text.alert({ code, time: formatTime(at) })} <EnglishText>{words}</EnglishText>{' '}
      {moreInfo?.startsWith('https://') === true && (
        <Anchor
          href={moreInfo}
          target="_blank"
          rel="noreferrer"
          inherit
          underline="always"
          aria-label={text.moreInfo({ code })}
        >
          {strings.common.moreInfo}
        </Anchor>
      )}
    </Text>
  );
}
