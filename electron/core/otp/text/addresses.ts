const addressCharacter = /[\w\-.~:/?#@!$&*+;=%]/;

/** A stretch of a text; the end exclusive. */
export interface Stretch {
  start: number;
  end: number;
}

/** Finds web and mail addresses: nothing in them is a code. It starts from what all have; most texts have none. */
export function findAddresses(lower: string): Stretch[] {
  const found: Stretch[] = [];
  const sign = /[/@]|www\./g;
  for (let passed = 0; sign.test(lower); sign.lastIndex = passed) {
    let [start, end] = [sign.lastIndex - 1, sign.lastIndex];
    while (start > passed && addressCharacter.test(lower[start - 1] as string)) start -= 1;
    while (end < lower.length && addressCharacter.test(lower[end] as string)) end += 1;
    const offset = addressStart(lower.slice(start, end));
    if (offset >= 0) found.push({ start: start + offset, end });
    passed = end;
  }
  return found;
}

function addressStart(run: string): number {
  const scheme = run.indexOf('://');
  if (scheme >= 0) return schemeStart(run, scheme);
  const www = run.indexOf('www.');
  if (www >= 0) return www;
  if (/[a-z0-9]@[a-z0-9]/.test(run)) return 0;
  const host = run.search(/\.[a-z]{2,10}\//);
  return host < 0 ? -1 : hostStart(run, host);
}

/** Where the letters ahead of `://` begin; where there are none, the start of the run. */
function schemeStart(run: string, at: number): number {
  let start = at;
  while (start > 0 && /[a-z]/.test(run[start - 1] as string)) start -= 1;
  return start === at ? 0 : start;
}

function hostStart(run: string, at: number): number {
  let start = at;
  while (start > 0 && /[\w.-]/.test(run[start - 1] as string)) start -= 1;
  return start;
}

/** Tells whether something stands in one of them. It is asked in order, so each address is passed once. */
export function insideTest(addresses: Stretch[]): (place: Stretch) => boolean {
  let next = 0;
  return ({ start }) => {
    while (next < addresses.length && (addresses[next]?.end ?? 0) <= start) next += 1;
    return (addresses[next]?.start ?? Infinity) <= start;
  };
}
