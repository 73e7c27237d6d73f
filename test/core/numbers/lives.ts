/** What becomes of something by these events, one life after the other; what is out of place changes nothing. */
export function livesOf<Life, Event>(
  events: Event[],
  first: Life,
  advance: (life: Life, event: Event) => Life | null,
): Life[] {
  const lives = [first];
  for (const event of events) lives.push(advance(lives.at(-1)!, event) ?? lives.at(-1)!);
  return lives;
}
