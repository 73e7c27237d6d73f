import { Menu } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Lease } from '../../../electron/contract/state.ts';
import { policies } from '../../../electron/contract/lease.ts';
import { useSelected } from '../../state/context.ts';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { useExtend } from './Extend.tsx';
import { useGiveBack } from './GiveBack.tsx';
import type { LeaseMenuProps } from './LeaseMenu.tsx';
import { MoreButton } from './MoreButton.tsx';
import { usePin } from './pin.ts';

const text = strings.numbers;

/** The menu with its button, which it takes the place of: it opens at once, and returns the focus to its own. */
export function LeaseMenuOpen({ lease, isRow, unfold }: LeaseMenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    button.current?.focus({ preventScroll: true });
    button.current?.click();
  }, []);
  // A number that is made up is never kept.
  const isCapturing = useSelected(({ capture }) => capture !== null);
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false} portalProps={{ target: '#content' }}>
      <Menu.Target>
        <MoreButton ref={button} />
      </Menu.Target>
      <Menu.Dropdown>
        {isRow && <RowItems lease={lease} />}
        {lease.number !== null && (
          <Menu.Item component="a" href={`#inbox/${lease.number}`}>
            {strings.palette.messages}
          </Menu.Item>
        )}
        {unfold !== null && (
          <Menu.Item onClick={unfold.toggle}>{unfold.isOpen ? text.lessDetails : text.details}</Menu.Item>
        )}
        <PinItem lease={lease} />
        {!isCapturing && <PolicyItems lease={lease} />}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What a card has buttons for. */
function RowItems({ lease }: { lease: Lease }) {
  const extend = useExtend(lease);
  const { start, label } = useGiveBack(lease);
  return (
    <>
      <Menu.Item onClick={extend.run}>{extend.spoken()}</Menu.Item>
      <Menu.Item onClick={start}>{label}</Menu.Item>
    </>
  );
}

function PinItem({ lease }: { lease: Lease }) {
  const { toggle, isPossible, hint } = usePin(lease);
  return (
    <Menu.Item disabled={!isPossible} onClick={() => void toggle()}>
      {lease.pinned ? text.pin.unpin : text.pin.pin}
      {!lease.pinned && <span className="menu-hint">{isPossible ? hint() : text.pin.limited}</span>}
    </Menu.Item>
  );
}

function PolicyItems({ lease: { id, policy } }: { lease: Lease }) {
  const { run } = useAction('leases.setPolicy');
  const { title, names } = strings.money.policy;
  return (
    // In a menu, no other tag is a group.
    // oxlint-disable-next-line prefer-tag-over-role
    <div role="group" aria-label={title}>
      <Menu.Divider />
      <Menu.Label aria-hidden="true">{title}</Menu.Label>
      <Menu.RadioGroup
        value={policy}
        onChange={(value) => {
          const next = policies.find((one) => one === value);
          if (next !== undefined && next !== policy) void run({ id, policy: next });
        }}
      >
        {policies.map((value) => (
          <Menu.RadioItem key={value} value={value} closeMenuOnClick>
            {names[value]}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </div>
  );
}
