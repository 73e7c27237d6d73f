import { Alert, Button, Group } from '@mantine/core';
import type { useForm } from '@mantine/form';
import { useRef } from 'react';
import { flushSync } from 'react-dom';
import { strings } from '../../ui/strings.ts';
import { credentialsFix, type Fix, type Typed } from './credentialsFix.ts';
import { neededFields, type SignIn } from './signIn.ts';

const text = strings.onboarding.fix;

type Form = Pick<
  ReturnType<typeof useForm<SignIn>>,
  'values' | 'errors' | 'getInputProps' | 'getInputNode' | 'setValues' | 'clearErrors'
>;

/** Looks at the credentials while they are typed, and offers to put right what was pasted wrongly. */
export function useCredentialsFix(form: Form) {
  const button = useRef<HTMLButtonElement>(null);
  const fix = credentialsFix(form.values);
  const apply = ({ kind, fixed }: Fix) => {
    const byKey = form.values.byKey || kind === 'keyAsSid' || kind === 'keyAsToken';
    // The fields of a key may not be there yet.
    flushSync(() => {
      form.setValues({ ...fixed, byKey });
      form.clearErrors();
    });
    const needed = neededFields(byKey);
    const missing = needed.find((name) => fixed[name] === '');
    const field = form.getInputNode(missing ?? needed[0]);
    (missing === undefined ? field?.closest('form')?.querySelector<HTMLElement>('[type=submit]') : field)?.focus();
  };
  return {
    /** The properties of a field; its error gives way to the offer. */
    field: (name: keyof Typed) => ({
      ...form.getInputProps(name),
      error: fix === null ? form.errors[name] : undefined,
    }),
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
