import { useSelected } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { faultText } from './faults.ts';

const text = strings.capture.faults;

/** More are counted: tests that run at the same time set one each. */
const mostNamed = 3;

/** Shown on every page while faults are on: nobody should wonder why messages fail. */
export function FaultsBanner() {
  const faults = useSelected(({ capture }) => capture?.faults);
  const { run, busy } = useAction('capture.clearFaults');
  const announce = useAnnounce();
  if (!faults?.length) return null;
  const more = faults.length - mostNamed;
  const named = faults.slice(0, mostNamed).map(faultText);
  return (
    <Banner
      kind="pause"
      label={text.title}
      title={text.active}
      text={[...named, ...(more > 0 ? [text.more({ count: more })] : [])].join(' · ')}
      button={text.end}
      busy={busy}
      onClick={() => void run({}).then((isDone) => isDone && announce(text.ended))}
    />
  );
}
