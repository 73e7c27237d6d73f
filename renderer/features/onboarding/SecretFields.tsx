import { Button, TextInput, type TextInputProps } from '@mantine/core';
import { strings } from '../../ui/strings.ts';
import type { Typed } from './credentialsFix.ts';

const text = strings.onboarding;

interface SecretFieldsProps {
  byKey: boolean;
  /** The properties of a field. */
  field: (name: keyof Typed) => TextInputProps;
  setByKey: (byKey: boolean) => void;
  /** Where the settings' search finds them; none outside Settings. */
  placeFor?: (setting: string) => Record<string, string>;
}

const secret: TextInputProps = { type: 'password', autoComplete: 'off', withAsterisk: false };

/** The Auth Token; or an API key with its secret, and the token for webhooks. */
export function SecretFields({ byKey, field, setByKey, placeFor = () => ({}) }: SecretFieldsProps) {
  const token = <TextInput {...placeFor('authToken')} {...secret} label={text.authToken} {...field('authToken')} />;
  return (
    <>
      {byKey && (
        <>
          <TextInput
            {...placeFor('apiKey')}
            label={text.apiKey}
            autoComplete="off"
            spellCheck={false}
            withAsterisk={false}
            {...field('apiKey')}
          />
          <TextInput {...secret} label={text.apiSecret} {...field('apiSecret')} />
        </>
      )}
      {token}
      <div {...(byKey ? {} : placeFor('apiKey'))}>
        <Button variant="subtle" size="compact-sm" ml={-8} onClick={() => setByKey(!byKey)}>
          {byKey ? text.byToken : text.byKey}
        </Button>
      </div>
    </>
  );
}
