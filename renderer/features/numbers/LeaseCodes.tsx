import { Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import type { Lease, Message } from '../../../electron/contract/state.ts';
import { otherCodes } from '../../state/leases.ts';
import { CodeButtons } from '../../ui/CodeButtons.tsx';
import { CopyButton } from '../../ui/copying.tsx';
import { strings } from '../../ui/strings.ts';

const text = strings.numbers;

/** The newest code large, and a small button for each other one. */
export function LeaseCodes({ lease, messages }: { lease: Lease; messages: Message[] }) {
  const { latestCode } = lease;
  if (latestCode === null) return null;
  return (
    <Stack gap="xs">
      <Group key={latestCode.messageSid} className="fresh-code" justify="space-between">
        <VisuallyHidden>{text.code}</VisuallyHidden>
        <Text className="code" data-testid="code">
          {latestCode.code}
        </Text>
        <CopyButton size="sm" variant="filled" flex="none" text={latestCode.code} label={strings.codes.copyCode} />
      </Group>
      <CodeButtons codes={otherCodes(lease, messages)} label={text.otherCodes} />
    </Stack>
  );
}
