import { Button } from '@mantine/core';
import { useServices } from '../../state/context.ts';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';

/** Back to the app's own numbers. Those of the team stay as they are. */
export function LeaveTeam() {
  const { delayed } = useServices();
  const { run, busy } = useAction('team.leave');
  const leave = () => {
    // What waits to be undone is for that host.
    delayed.doAll();
    void run();
  };
  return (
    <Button variant="default" loading={busy} onClick={leave}>
      {strings.team.leave}
    </Button>
  );
}
