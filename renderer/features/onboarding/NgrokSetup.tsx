import { Anchor, Button, Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import { useAppState } from '../../state/context.ts';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { SkipToPolling } from './PollingSetup.tsx';
import { isOpen } from './setup.ts';
import { StepButtons } from './StepButtons.tsx';
import { TunnelStatus } from './TunnelStatus.tsx';
import { useNgrokForm, type NgrokForm } from './useNgrokForm.ts';

const text = strings.onboarding;

/** Token and domain, and the tunnel's state while it opens. */
export function NgrokSetup() {
  const state = useAppState();
  const next = useAction('settings.update');
  const { form, busy, tried, open } = useNgrokForm();
  const ready = isOpen(state, 'ngrok') && !form.isDirty();
  const goOn = useEffectEvent(() => void next.run({ reception: 'ngrok', setup: 'leaseEnd' }));
  useEffect(() => {
    if (tried && ready) goOn();
  }, [tried, ready]);
  return (
    <form onSubmit={form.onSubmit((values) => void open(values))} noValidate>
      <Stack gap="md">
        <TokenInput form={form} />
        <TunnelStatus busy={busy} shown={tried || ready} connecting={text.reception.connecting} />
        <StepButtons back="connect">
          {!ready && <SkipToPolling />}
          {ready ? (
            <Button loading={next.busy} onClick={() => void next.run({ reception: 'ngrok', setup: 'leaseEnd' })}>
              {text.next}
            </Button>
          ) : (
            <Button type="submit" loading={busy}>
              {text.reception.open}
            </Button>
          )}
        </StepButtons>
      </Stack>
    </form>
  );
}

function TokenInput({ form }: { form: NgrokForm }) {
  const { ngrokToken, storage } = useAppState().credentials;
  if (ngrokToken === 'environment') return <Text size="sm">{text.reception.tokenKnown.environment}</Text>;
  return (
    <>
      <TextInput
        type="password"
        autoComplete="off"
        label={text.reception.token}
        description={<TokenHint known={ngrokToken} />}
        {...form.getInputProps('token')}
      />
      <Checkbox
        label={text.remember[storage]}
        disabled={storage === 'unavailable'}
        {...form.getInputProps('remember', { type: 'checkbox' })}
      />
    </>
  );
}

function TokenHint({ known }: { known: 'none' | 'stored' | 'session' }) {
  return (
    <>
      {known !== 'none' && `${text.reception.tokenKnown[known]} `}
      <TokenLink />
    </>
  );
}

function TokenLink() {
  return (
    <Anchor
      href="https://dashboard.ngrok.com/get-started/your-authtoken"
      target="_blank"
      rel="noreferrer"
      inherit
      underline="always"
    >
      {text.reception.tokenLink}
    </Anchor>
  );
}
