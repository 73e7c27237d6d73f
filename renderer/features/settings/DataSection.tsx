import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { toFailure } from '../../../electron/contract/errors.ts';
import { iso } from '../../../electron/contract/time.ts';
import { useAppState, useClient } from '../../state/context.ts';
import { CopyButton } from '../../ui/copying.tsx';
import { Fact } from '../../ui/Fact.tsx';
import { saveFile } from '../../ui/saveFile.ts';
import { strings } from '../../ui/strings.ts';
import { showDone, showFailure } from '../../ui/toasts.tsx';
import { useAction } from '../../ui/useAction.ts';
import { DeleteHistory } from './DeleteHistory.tsx';
import { everything } from './everything.ts';
import { Part, Section } from './Section.tsx';
import { WipeAll } from './WipeAll.tsx';

const text = strings.settings.data;

/** Where everything lies, and how to take it along or be rid of it. */
export function DataSection() {
  const { dataDir, capabilities } = useAppState();
  const open = useAction('data.openFolder');
  return (
    <Section spot="data">
      <Part>
        <Stack component="dl" gap="xs" m={0}>
          <Fact name={text.folder}>{dataDir}</Fact>
        </Stack>
        <div className="settings-buttons">
          <CopyButton text={dataDir} label={text.copyPath} />
          {capabilities.openDataDir && (
            <Button size="xs" variant="default" loading={open.busy} onClick={() => void open.run()}>
              {text.open}
            </Button>
          )}
        </div>
      </Part>
      <Part title={text.export}>
        <Text size="sm">{text.exportHint}</Text>
        <ExportAll />
      </Part>
      <Part title={text.delete}>
        <DeleteHistory />
        <WipeAll />
      </Part>
    </Section>
  );
}

function ExportAll() {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const now = iso(Date.now());
      saveFile(`otp-dock-${now.slice(0, 10)}.json`, 'application/json', await everything(client, now));
      showDone(text.exported);
    } catch (thrown) {
      showFailure(toFailure(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div>
      <Button size="xs" variant="default" loading={busy} onClick={() => void save()}>
        {text.exportAll}
      </Button>
    </div>
  );
}
