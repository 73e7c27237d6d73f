import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useId, useState } from 'react';
import type { Rule } from '../../../electron/contract/settings.ts';
import { useAppState } from '../../state/context.ts';
import { Dialog, useFocusBack } from '../../ui/Dialog.tsx';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { strings } from '../../ui/strings.ts';
import { RuleInputs } from './RuleInputs.tsx';
import { RuleItem } from './RuleItem.tsx';
import { newRule, toFields, type RuleFields } from './rules.ts';
import { useRuleForm } from './useRuleForm.ts';
import { addButtonId, useRuleList } from './useRuleList.ts';

const text = strings.codes.rules;

/** The rules in the order in which they are tried. */
export function RuleList() {
  const id = useId();
  const { rules } = useAppState().settings;
  const { move, remove } = useRuleList(rules);
  const [edited, setEdited] = useState<{ title: string; fields: RuleFields } | null>(null);
  const edit = (rule: Rule) => setEdited({ title: strings.codes.rule.editTitle, fields: toFields(rule) });
  const add = () => setEdited({ title: strings.codes.rule.addTitle, fields: newRule() });
  return (
    <Stack component="section" gap="sm" aria-labelledby={id}>
      <Group justify="space-between">
        <Title order={3} size="h5" id={id}>
          {text.title}
        </Title>
        <Button id={addButtonId} size="xs" variant="default" leftSection={<PlusIcon />} onClick={add}>
          {text.add}
        </Button>
      </Group>
      <Text size="sm">{text.purpose}</Text>
      {rules.length === 0 && (
        <Text size="sm" c="dimmed">
          {text.none}
        </Text>
      )}
      <ol className="plain-list rules" aria-labelledby={id}>
        {rules.map((rule, index) => (
          <RuleItem
            key={rule.id}
            rule={rule}
            isFirst={index === 0}
            isLast={index === rules.length - 1}
            move={(by) => void move(rule, by)}
            edit={() => edit(rule)}
            remove={() => void remove(rule)}
          />
        ))}
      </ol>
      {edited !== null && <RuleDialog {...edited} close={() => setEdited(null)} />}
    </Stack>
  );
}

interface RuleDialogProps {
  title: string;
  fields: RuleFields;
  close: () => void;
}

function RuleDialog({ title, fields, close }: RuleDialogProps) {
  useFocusBack();
  return (
    <Dialog opened onClose={close} title={title}>
      <RuleEditor fields={fields} close={close} />
    </Dialog>
  );
}

function RuleEditor({ fields, close }: Omit<RuleDialogProps, 'title'>) {
  const { form, save, busy, failure } = useRuleForm(fields);
  const submit = async (values: RuleFields) => {
    if ((await save(values)) !== null) close();
  };
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
      <Stack>
        <RuleInputs form={form} />
        {failure !== null && <FailureAlert failure={failure} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {strings.common.cancel}
          </Button>
          <Button type="submit" loading={busy}>
            {strings.codes.rule.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
