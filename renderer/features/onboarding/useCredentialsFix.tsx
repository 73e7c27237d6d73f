import { Alert, Button, Group } from '@mantine/core';
import type { useForm } from '@mantine/form';
import { useRef } from 'react';
import { credentialsSchema, isApiKeySid } from '../../../electron/contract/credentials.ts';
import { strings } from '../../ui/strings.ts';
import { fieldErrors } from '../../ui/validation.ts';
import { credentialsFix, type Fix, type Typed } from './credentialsFix.ts';

const text = strings.onboarding.fix;

interface Fields extends Typed {
  remember: boolean;
}

type Form = Pick<
  ReturnType<typeof useForm<Fields>>,
  'values' | 'errors' | 'getInputProps' | 'getInputNode' | 'setValues' | 'clearErrors'
>;

/** Looks at the credentials while they are typed, and offers to put right what was pasted wrongly. */
export function useCredentialsFix(form: Form) {
  const button = useRef<HTMLButtonElement>(null);
  const fix = credentialsFix(form.values);
  const errorOf = (name: keyof Typed) => {
    if (fix !== null) return undefined;
    const atOnce = isApiKeySid(form.values[name]) ? fieldErrors(credentialsSchema, form.values)[name] : undefined;
    return atOnce ?? form.errors[name];
  };
  const apply = ({ fixed }: Fix) => {
    form.setValues(fixed);
    form.clearErrors();
    const missing = (['accountSid', 'authToken'] as const).find((name) => fixed[name] === '');
    const field = form.getInputNode(missing ?? 'authToken');
    (missing === undefined ? field?.closest('form')?.querySelector<HTMLElement>('[type=submit]') : field)?.focus();
  };
  return {
    /** The properties of a field; its error gives way to the offer. */
    field: (name: keyof Typed) => ({ ...form.getInputProps(name), error: errorOf(name) }),
    /** Shown below the fields. */
    offer: fix !== null && (
      <Alert color="yellow" p="xs">
        <Group gap="xs" justify="space-between">
          {text[fix.kind]}
          <Button ref={button} size="xs" variant="default" onClick={() => apply(fix)}>
            {text.buttons[fix.kind]}
          </Button>
        </Group>
      </Alert>
    ),
    /** For a form that is not valid: the focus goes to what puts it right. */
    refuse: (errors: Record<string, unknown>) => {
      const [first] = Object.keys(errors);
      if (fix !== null) button.current?.focus();
      else if (first !== undefined) form.getInputNode(first)?.focus();
    },
  };
}
