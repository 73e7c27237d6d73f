import { useSelected } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { formatTime } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';

/** Shown on every page while reception is paused: nobody should wait for a code that cannot arrive. */
export function PauseBanner() {
  const pausedSince = useSelected((state) => state.pausedSince);
  const { run, busy } = useAction('reception.pause');
  const announce = useAnnounce();
  const { label, title, text, resume, resumed } = strings.reception.pause;
  if (pausedSince === null) return null;
  return (
    <Banner
      kind="pause"
      label={label}
      title={title({ time: formatTime(pausedSince) })}
      text={text}
      button={resume}
      busy={busy}
      onClick={() => void run({ paused: false }).then((isDone) => isDone && announce(resumed))}
    />
  );
}
