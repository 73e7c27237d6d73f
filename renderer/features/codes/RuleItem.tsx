import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import type { Rule } from '../../../electron/contract/settings.ts';
import { formatNumber } from '../../ui/format.ts';
import { ArrowDownIcon, ArrowUpIcon } from '../../ui/icons.tsx';
import { strings } from '../../ui/strings.ts';
import { ruleButtonId } from './useRuleList.ts';

const text = strings.codes.rules;

interface RuleItemProps {
  rule: Rule;
  isFirst: boolean;
  isLast: boolean;
  move: (by: -1 | 1) => void;
  edit: () => void;
  remove: () => void;
}

export function RuleItem({ rule, isFirst, isLast, move, edit, remove }: RuleItemProps) {
  const { id, name, sender, pattern } = rule;
  return (
    <li className="rule">
      <Stack gap={2} miw={0} flex="1 1 16em">
        <Text fw={600} className="break">
          {name}
        </Text>
        <Text size="sm" c="dimmed" className="break">
          {sender === null ? text.allSenders : text.sender({ sender: formatNumber(sender) })}
        </Text>
        <code className="pattern">{pattern}</code>
      </Stack>
      <Group gap={4} wrap="nowrap" align="flex-start">
        <MoveButton id={ruleButtonId(id, 'up')} label={text.up({ name })} up atEnd={isFirst} move={() => move(-1)} />
        <MoveButton id={ruleButtonId(id, 'down')} label={text.down({ name })} atEnd={isLast} move={() => move(1)} />
        <Button size="xs" variant="default" aria-label={text.editThis({ name })} onClick={edit}>
          {text.edit}
        </Button>
        <Button
          id={ruleButtonId(id, 'remove')}
          size="xs"
          variant="default"
          aria-label={text.removeThis({ name })}
          onClick={remove}
        >
          {text.remove}
        </Button>
      </Group>
    </li>
  );
}

interface MoveButtonProps {
  id: string;
  label: string;
  up?: boolean;
  /** At either end of the list the button does nothing, but keeps the focus: a disabled button would lose it. */
  atEnd: boolean;
  move: () => void;
}

function MoveButton({ id, label, up = false, atEnd, move }: MoveButtonProps) {
  return (
    <ActionIcon
      id={id}
      size={30}
      variant="default"
      aria-label={label}
      aria-disabled={atEnd}
      {...(atEnd && { 'data-disabled': true })}
      onClick={() => {
        if (!atEnd) move();
      }}
    >
      {up ? <ArrowUpIcon /> : <ArrowDownIcon />}
    </ActionIcon>
  );
}
