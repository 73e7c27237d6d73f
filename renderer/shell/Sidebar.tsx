import type { ReactNode } from 'react';
import { places, type Place } from '../../electron/contract/commands.ts';
import { useSelected } from '../state/context.ts';
import { CoinsIcon, InboxIcon, KeyboardIcon, PhoneIcon, SearchIcon, SlidersIcon } from '../ui/icons.tsx';
import { Mark } from '../ui/Mark.tsx';
import { strings } from '../ui/strings.ts';

/** The papers are needed once in a while: what asks for them leads to them. */
const shown = places.filter((place) => place !== 'papers');

const icons: Record<(typeof shown)[number], ReactNode> = {
  numbers: <PhoneIcon />,
  inbox: <InboxIcon />,
  spending: <CoinsIcon />,
  settings: <SlidersIcon />,
};

interface SidebarProps {
  place: Place;
  showHelp: () => void;
  openPalette: () => void;
}

/** The navigation: at the side of a wide window, along the top of a narrow one. */
export function Sidebar({ place, showHelp, openPalette }: SidebarProps) {
  return (
    <header className="bar">
      <div className="brand">
        <Mark />
        <span className="brand-name">{strings.common.appName}</span>
      </div>
      <nav aria-label={strings.nav.label}>
        {shown.map((name) => (
          <a key={name} href={`#${name}`} className="nav-link" {...(name === place && { 'aria-current': 'page' })}>
            {icons[name]}
            <span>{strings.nav[name]}</span>
            {name === 'numbers' && <ActiveCount />}
          </a>
        ))}
      </nav>
      <button type="button" className="nav-link bar-help" aria-label={strings.palette.title} onClick={openPalette}>
        <SearchIcon />
        <span>{strings.palette.title}</span>
      </button>
      <button
        type="button"
        className="nav-link bar-help bar-keys"
        aria-label={strings.nav.shortcuts}
        onClick={showHelp}
      >
        <KeyboardIcon />
        <span>{strings.nav.shortcuts}</span>
      </button>
    </header>
  );
}

/** The number of leases in use. The link's accessible name does not change. */
function ActiveCount() {
  const active = useSelected(({ leases }) => leases.filter(({ state }) => state === 'active').length);
  return active === 0 ? null : (
    <span className="nav-count" aria-hidden="true">
      {active}
    </span>
  );
}
