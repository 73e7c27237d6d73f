import { Button } from '@mantine/core';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';

/** Back to the app's own numbers. Those of the team stay as they are. */
export function LeaveTeam() {
  const { run, busy } = useAction('team.leave');
  return (
    <Button variant="default" loading={busy} onClick={() => void run()}>
      {strings.team.leave}
    </Button>
  );
}
