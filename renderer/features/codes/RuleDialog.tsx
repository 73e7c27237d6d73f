import { Button, Group, Stack } from '@mantine/core';
import { Dialog, useFocusBack } from '../../ui/Dialog.tsx';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { strings } from '../../ui/strings.ts';
import { RuleInputs } from './RuleInputs.tsx';
import type { RuleFields } from './rules.ts';
import { useRuleForm } from './useRuleForm.ts';

interface RuleDialogProps {
  title: string;
  fields: RuleFields;
  close: () => void;
}

export function RuleDialog({ title, fields, close }: RuleDialogProps) {
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
