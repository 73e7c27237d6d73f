import { Button, Text } from '@mantine/core';
import { iso } from '../../../electron/contract/time.ts';
import { useAppState, useClient } from '../../state/context.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { CopyButton } from '../../ui/copying.tsx';
import { Fact, Facts } from '../../ui/Fact.tsx';
import { saveFile } from '../../ui/saveFile.ts';
import { strings } from '../../ui/strings.ts';
import { showDone } from '../../ui/toasts.tsx';
import { useAction } from '../../ui/useAction.ts';
import { useTask } from '../../ui/useTask.ts';
import { everything } from './everything.ts';
import { Retention } from './Retention.tsx';
import { Part, Section } from './Section.tsx';
import { placeFor } from './useArrival.ts';
import { WipeAll } from './WipeAll.tsx';

const text = strings.settings.data;

/** Where the data is stored, and how to export or delete it. */
export function DataSection() {
  const { dataDir, capabilities } = useAppState();
  const open = useAction('data.openFolder');
  return (
    <Section spot="data">
      <Part>
        <Facts>
          <Fact name={text.folder}>{dataDir}</Fact>
        </Facts>
        <div className="settings-buttons" {...placeFor('folder')}>
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
        <Retention />
        <DeleteHistory />
        <WipeAll />
      </Part>
    </Section>
  );
}

function ExportAll() {
  const client = useClient();
  const { run, busy } = useTask(async () => {
    const now = iso(Date.now());
    saveFile(`otp-dock-${now.slice(0, 10)}.json`, 'application/json', await everything(client, now));
    showDone(text.exported);
  });
  return (
    <div {...placeFor('export')}>
      <Button size="xs" variant="default" loading={busy} onClick={() => void run()}>
        {text.exportAll}
      </Button>
    </div>
  );
}

function DeleteHistory() {
  const client = useClient();
  const { run, busy } = useTask(async () => {
    const { messages, leases } = await client.call('data.deleteHistory');
    showDone(text.historyDone({ messages, leases }));
    return true;
  });
  return (
    <div {...placeFor('deleteHistory')}>
      <Text size="sm" mb="xs">
        {text.deleteHistoryHint}
      </Text>
      <ConfirmButton
        label={text.deleteHistory}
        title={text.historyTitle}
        confirm={text.historyConfirm}
        isLoss
        busy={busy}
        run={run}
      >
        <Text>{text.historyText}</Text>
      </ConfirmButton>
    </div>
  );
}
