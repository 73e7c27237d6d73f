import { useEffect, useEffectEvent, useRef } from 'react';
import { useAtNow, useServices } from '../../state/context.ts';
import { isEnding, lastMs } from '../../state/leases.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { formatList, leaseName } from '../../ui/format.ts';
import { strings } from '../../ui/strings.ts';

/** Announces to screen readers that the last seconds of a number begin, once. */
export function useLastSeconds(): void {
  const { store } = useServices();
  const announce = useAnnounce();
  const leases = () => store.view().state?.leases ?? [];
  const ending = useAtNow((now) =>
    leases()
      .filter((lease) => isEnding(lease, now))
      .map(({ id }) => id)
      .join(' '),
  );
  const told = useRef(ending);
  const begin = useEffectEvent((ids: string[]) => {
    const names = leases()
      .filter(({ id }) => ids.includes(id))
      .map(leaseName);
    announce(strings.live.lastSeconds({ seconds: lastMs / 1000, names: formatList(names) }));
  });
  useEffect(() => {
    const before = told.current.split(' ');
    const news = ending.split(' ').filter((id) => id !== '' && !before.includes(id));
    told.current = ending;
    if (news.length > 0) begin(news);
  }, [ending]);
}
