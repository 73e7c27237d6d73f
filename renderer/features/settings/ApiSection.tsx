import { Alert, Button, Code, Text } from '@mantine/core';
import type { ApiState } from '../../../electron/contract/host.ts';
import { useAppState, useServices } from '../../state/context.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { CopyButton } from '../../ui/copying.tsx';
import { Fact, Facts } from '../../ui/Fact.tsx';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { strings } from '../../ui/strings.ts';
import { showDone } from '../../ui/toasts.tsx';
import { useAction } from '../../ui/useAction.ts';
import { useTask } from '../../ui/useTask.ts';
import { curlLine } from './curlLine.ts';
import { Part, Section } from './Section.tsx';
import { SettingSwitch } from './SettingSwitch.tsx';
import { placeFor } from './useArrival.ts';
import { useSetting } from './useSetting.ts';

const text = strings.settings.api;

/** Where scripts find this app. The token is a secret: only the path of its file is known here. */
export function ApiSection() {
  const { api, capabilities } = useAppState();
  const enabled = useSetting('apiEnabled');
  return (
    <Section spot="api">
      <Part>
        <Text size="sm">{text.purpose}</Text>
        {capabilities.switchApi ? (
          <SettingSwitch label={text.enable} setting={enabled} />
        ) : (
          <Text size="sm">{text.alwaysOn}</Text>
        )}
        {api.problem !== null && <FailureAlert failure={api.problem} />}
        {api.takenPort !== null && <Alert color="yellow">{text.takenPort({ port: api.takenPort })}</Alert>}
        <Facts>
          <Fact name={text.address}>{api.url ?? text.off}</Fact>
          <Fact name={text.tokenFile}>{api.tokenFile ?? 'OTP_DOCK_API_TOKEN'}</Fact>
        </Facts>
      </Part>
      {api.url !== null && <Token tokenFile={api.tokenFile} canChange={capabilities.switchApi} />}
      <SignOut />
      {api.url !== null && <Example url={api.url} tokenFile={api.tokenFile} />}
    </Section>
  );
}

function Token({ tokenFile, canChange }: { tokenFile: ApiState['tokenFile']; canChange: boolean }) {
  const copyToken = useAction('api.copyToken');
  const copy = async () => {
    if (await copyToken.run()) showDone(text.copied);
  };
  return (
    <Part>
      <Text size="sm">{text.tokenHint}</Text>
      <div className="settings-buttons" {...placeFor('apiToken')}>
        {tokenFile !== null && <CopyButton text={tokenFile} label={text.copyPath} />}
        {canChange && (
          <>
            <Button size="xs" variant="default" loading={copyToken.busy} onClick={() => void copy()}>
              {text.copyToken}
            </Button>
            <RotateToken />
          </>
        )}
      </div>
    </Part>
  );
}

/** In a browser that got a cookie. */
function SignOut() {
  const signOut = useServices().bridge.session?.signOut ?? null;
  const { run, busy } = useTask(async () => signOut?.());
  if (signOut === null) return null;
  return (
    <Part>
      <Text size="sm">{text.signedIn}</Text>
      <div>
        <Button size="xs" variant="default" loading={busy} onClick={() => void run()}>
          {text.signOut}
        </Button>
      </div>
    </Part>
  );
}

function RotateToken() {
  const { run, busy } = useAction('api.rotateToken');
  const rotate = async () => {
    const isDone = await run();
    if (isDone) showDone(text.rotated);
    return isDone;
  };
  return (
    <ConfirmButton label={text.rotate} title={text.rotateTitle} confirm={text.rotateConfirm} busy={busy} run={rotate}>
      <Text>{text.rotateText}</Text>
    </ConfirmButton>
  );
}

function Example({ url, tokenFile }: { url: NonNullable<ApiState['url']>; tokenFile: ApiState['tokenFile'] }) {
  const line = curlLine(url, tokenFile);
  return (
    <Part title={text.example}>
      <Code block className="wrap">
        {line}
      </Code>
      <div>
        <CopyButton text={line} label={text.copyExample} />
      </div>
    </Part>
  );
}
