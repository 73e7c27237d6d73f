import { NativeSelect } from '@mantine/core';
import { useEffect, useState } from 'react';
import { settingsSections, usePlace, type Spot } from '../../state/usePlace.ts';
import { strings } from '../../ui/strings.ts';

const text = strings.settings;
const data = settingsSections.map((value) => ({ value, label: text.names[value] }));

/** Links to each section: a list beside them where there is room, else a select above them. */
export function SectionNav() {
  const [, go] = usePlace();
  const here = useSectionInView();
  const show = (spot: Spot) => {
    go('settings', spot);
    // Needed when the address names the section already, but the person has scrolled away.
    elementOf(spot)?.scrollIntoView();
  };
  return (
    <nav className="settings-nav" aria-label={text.sections}>
      <NativeSelect
        className="settings-nav-select"
        aria-label={text.goTo}
        data={data}
        value={here}
        onChange={(event) => show(settingsSections.find((spot) => spot === event.currentTarget.value) ?? 'twilio')}
      />
      <ul className="plain-list settings-nav-list">
        {data.map(({ value, label }) => (
          <li key={value}>
            <a
              href={`#settings/${value}`}
              className="settings-link"
              {...(value === here && { 'aria-current': 'location' })}
              onClick={() => show(value)}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function elementOf(spot: Spot): Element | null {
  return document.querySelector(`[data-section="${spot}"]`);
}

/** A section counts as being read from this far below the top of the window: the header plus a heading. */
const readingLine = 140;

/** The last section whose top has passed the reading line; at the end of the page, the very last one. */
function useSectionInView(): Spot {
  const [spot, setSpot] = useState<Spot>('twilio');
  useEffect(() => {
    const look = () => setSpot(sectionAt(window.scrollY + window.innerHeight >= document.body.scrollHeight - 2));
    look();
    window.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      window.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, []);
  return spot;
}

function sectionAt(isEnd: boolean): Spot {
  if (isEnd && window.scrollY > 0) return settingsSections.at(-1) ?? 'twilio';
  return (
    settingsSections.findLast((spot) => (elementOf(spot)?.getBoundingClientRect().top ?? Infinity) <= readingLine) ??
    'twilio'
  );
}
