import { ActionIcon, type ActionIconProps } from '@mantine/core';
import type { ComponentProps } from 'react';
import { DotsIcon } from '../../ui/icons.tsx';
import { strings } from '../../ui/strings.ts';

/** The button at which a lease's menu opens. */
export function MoreButton(props: ActionIconProps & ComponentProps<'button'>) {
  return (
    <ActionIcon
      className="lease-more"
      size={30}
      variant="subtle"
      color="gray"
      aria-label={strings.numbers.more}
      {...props}
    >
      <DotsIcon />
    </ActionIcon>
  );
}
