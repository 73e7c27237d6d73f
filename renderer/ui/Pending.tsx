/** In the place of a part of the interface that is being loaded: from this computer, so that a wheel would only flash. */
export function Pending() {
  return <div aria-busy="true" data-pending />;
}
