import { TextInput, type TextInputProps } from '@mantine/core';
import { understood } from './duration.ts';

interface DurationInputProps extends TextInputProps {
  value?: string;
}

/** A duration as people say it, such as "5 min". It stays as typed; below it stands how it is understood. */
export function DurationInput({ value = '', ...props }: DurationInputProps) {
  return (
    <TextInput
      description={understood(value)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      autoComplete="off"
      spellCheck={false}
      value={value}
      {...props}
    />
  );
}
