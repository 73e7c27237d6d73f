/** More answers than a page shows at once. */
const most = 1_000;

/** Remembers the answers of a pure function, because a burst of messages asks for the same ones again and again. */
export function remembered<T>(tell: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const answer = tell(key);
    known.set(key, answer);
    return answer;
  };
}
