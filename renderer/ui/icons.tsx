import type { ReactNode } from 'react';

/** A 24 by 24 grid, lines 2 wide, 1.1 em in size. Always next to a text, so hidden from screen readers. */
function icon(drawing: ReactNode) {
  return () => (
    <svg
      aria-hidden="true"
      width="1.1em"
      height="1.1em"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {drawing}
    </svg>
  );
}

const line = (path: string) => icon(<path d={path} />);

export const CheckIcon = line('M5 12l5 5L20 7');
export const PlusIcon = line('M12 5v14M5 12h14');
export const InboxIcon = line('M4 13l2-8h12l2 8v6H4zM4 13h5l1 2h4l1-2h5');
export const ChevronUpIcon = line('M6 15l6-6 6 6');
export const ChevronDownIcon = line('M6 9l6 6 6-6');
export const ArrowUpIcon = line('M12 19V5M6 11l6-6 6 6');
export const ArrowDownIcon = line('M12 5v14M6 13l6 6 6-6');
export const ExternalIcon = line('M13 5h6v6M19 5l-9 9M17 14v5H5V7h5');
export const TrashIcon = line('M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5');
export const PinIcon = line('M12 16v6M8 3h8M9 3v6l-3 4v3h12v-3l-3-4V3');

export const DotsIcon = icon(
  <>
    <circle cx="5" cy="12" r="1" />
    <circle cx="12" cy="12" r="1" />
    <circle cx="19" cy="12" r="1" />
  </>,
);

export const CopyIcon = icon(
  <>
    <rect x="9" y="9" width="11" height="11" rx="2" />
    <path d="M5 15V5a1 1 0 0 1 1-1h9" />
  </>,
);

export const KeyboardIcon = icon(
  <>
    <rect x="2" y="6" width="20" height="12" rx="2" />
    <path d="M6 10h.01M10 10h.01M14 10h.01M18 10h.01M8 14h8" />
  </>,
);

export const PhoneIcon = icon(
  <>
    <rect x="7" y="2" width="10" height="20" rx="2" />
    <path d="M11 18h2" />
  </>,
);

export const CoinsIcon = icon(
  <>
    <circle cx="9" cy="9" r="6" />
    <path d="M15.5 9.5a6 6 0 1 1-6 6" />
  </>,
);

export const SlidersIcon = icon(
  <>
    <path d="M4 7h10M18 7h2M4 17h2M10 17h10" />
    <circle cx="16" cy="7" r="2" />
    <circle cx="8" cy="17" r="2" />
  </>,
);

export const SearchIcon = icon(
  <>
    <circle cx="11" cy="11" r="6" />
    <path d="M20 20l-4.5-4.5" />
  </>,
);

export const ImageIcon = icon(
  <>
    <rect x="3" y="4" width="18" height="16" rx="2" />
    <circle cx="9" cy="10" r="1.5" />
    <path d="M4 19l6-5 3 2 4-4 4 4" />
  </>,
);

export const VideoIcon = icon(
  <>
    <rect x="3" y="4" width="18" height="16" rx="2" />
    <path d="M10 9l5 3-5 3z" />
  </>,
);

export const AudioIcon = icon(
  <>
    <circle cx="7" cy="17" r="3" />
    <path d="M10 17V5l9-2v11" />
    <circle cx="16" cy="14" r="3" />
  </>,
);

export const ContactIcon = icon(
  <>
    <circle cx="12" cy="8" r="4" />
    <path d="M4 21a8 8 0 0 1 16 0" />
  </>,
);

export const DocumentIcon = line('M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6');
export const FileIcon = line('M6 3h8l4 4v14H6zM14 3v4h4');
