import { Stack, Textarea, TextInput } from '@mantine/core';
import type { useRuleForm } from './useRuleForm.ts';
import { strings } from '../../ui/strings.ts';

const text = strings.codes.rule;

/** The fields of a rule. Errors in the pattern are shown in the host's own words. */
export function RuleInputs({ form }: { form: ReturnType<typeof useRuleForm>['form'] }) {
  return (
    <Stack gap="sm">
      <TextInput label={text.name} maxLength={80} data-autofocus {...form.getInputProps('name')} />
      <TextInput
        label={text.sender}
        description={text.senderHint}
        maxLength={40}
        autoComplete="off"
        spellCheck={false}
        {...form.getInputProps('sender')}
      />
      <Textarea
        label={text.pattern}
        description={text.patternHint}
        placeholder={text.patternExample}
        rows={3}
        maxLength={300}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        classNames={{ input: 'pattern-input' }}
        {...form.getInputProps('pattern')}
      />
    </Stack>
  );
}
