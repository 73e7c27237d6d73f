/** A random whole number from 0 up to, but not including, this one. */
export type Pick = (below: number) => number;

type Maker = () => string;

/**
 * Makes random digits that fit a pattern of a numbering plan. Such patterns have digits, `\d`, classes such as `[2-9]`,
 * groups with alternatives, and `?`, `{3}` or `{3,5}` after each of these.
 */
export function fitting(pattern: string, pick: Pick): Maker {
  let rest = pattern;
  const take = (token: RegExp): RegExpExecArray | null => {
    const found = token.exec(rest);
    if (found) rest = rest.slice(found[0].length);
    return found;
  };

  const goesOn = () => /^[^|)]/.test(rest);

  function alternatives(): Maker {
    const ways = [sequence()];
    while (take(/^\|/)) ways.push(sequence());
    return () => anyOf(ways, pick)();
  }

  function sequence(): Maker {
    const parts: Maker[] = [];
    while (goesOn()) parts.push(repeated(one()));
    return () => parts.map((part) => part()).join('');
  }

  function one(): Maker {
    if (take(/^\((?:\?:)?/)) {
      const inner = alternatives();
      take(/^\)/);
      return inner;
    }
    const token = take(/^(?:\\d|\[[^\]]+\]|\d)/)?.[0];
    if (token === undefined) throw new Error(`Not a pattern of a numbering plan: ${pattern}`);
    const digits = [...'0123456789'].filter((digit) => new RegExp(token).test(digit));
    return () => anyOf(digits, pick);
  }

  function repeated(part: Maker): Maker {
    const times = take(/^(?:\?|\{(\d+)(?:,(\d+))?\})/);
    if (!times) return part;
    const [least, most] = times[0] === '?' ? [0, 1] : [Number(times[1]), Number(times[2] ?? times[1])];
    return () => Array.from({ length: least + pick(most - least + 1) }, part).join('');
  }

  return alternatives();
}

function anyOf<T>(all: readonly T[], pick: Pick): T {
  return all[pick(all.length)] as T;
}
