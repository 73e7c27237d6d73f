/** Stands in for a part that is loading. It comes from this computer, so a spinner would only flash. */
export function Pending() {
  return <div aria-busy="true" data-pending />;
}
