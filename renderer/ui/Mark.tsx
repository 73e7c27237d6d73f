/** The logo: a message at its berth, with the digits of a code. The same drawing as build/icon.svg. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg aria-hidden="true" className="mark" width={size} height={size} viewBox="0 0 64 64">
      <rect className="mark-ground" width="64" height="64" rx="15" />
      <path
        className="mark-paper"
        d="M17 14h30a6 6 0 0 1 6 6v17a6 6 0 0 1-6 6H34l-9 8v-8h-8a6 6 0 0 1-6-6V20a6 6 0 0 1 6-6z"
      />
      <g className="mark-ground">
        <circle cx="19" cy="28.500" r="2.700" />
        <circle cx="26" cy="28.500" r="2.700" />
        <circle cx="38" cy="28.500" r="2.700" />
        <circle cx="45" cy="28.500" r="2.700" />
        <rect x="30.300" y="27.300" width="3.400" height="2.400" rx="1.200" />
      </g>
    </svg>
  );
}
