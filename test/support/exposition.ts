import { expect } from 'vitest';

/** A sample's value by its name with its labels in the order in which they were written: `up{job="x"}`. */
export type Samples = Map<string, number>;

const sampleLine = /^([a-zA-Z_:][\w:]*)(?:\{((?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\["\\n])*",?)*)\})? (\S+)$/;
const partsOf: Record<string, string[]> = { histogram: ['_bucket', '_sum', '_count'], summary: ['', '_sum', '_count'] };

/**
 * Reads Prometheus' text format (prometheus.io/docs/instrumenting/exposition_formats) and expects all of it to be in
 * order: each metric once, with its type and an explanation, and buckets that add up.
 */
export function samplesIn(text: string): Samples {
  expect(text.endsWith('\n')).toBe(true);
  const samples: Samples = new Map();
  const types = new Map<string, string>();
  const explained = new Set<string>();
  let current = '';
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const [, word, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line) ?? [];
    if (word === 'HELP') {
      expect(explained.has(name), `${name} is explained once`).toBe(false);
      explained.add(name);
    } else if (word === 'TYPE') {
      expect(types.has(name), `${name} is there once`).toBe(false);
      types.set((current = name), rest);
    } else {
      const [, sample = '', labels = '', value] = sampleLine.exec(line) ?? [];
      expect(value, `can be read: ${line}`).toBeDefined();
      const names = (partsOf[types.get(current) ?? ''] ?? ['']).map((part) => current + part);
      expect(names, line).toContain(sample);
      const key = labels === '' ? sample : `${sample}{${labels.replace(/,$/, '')}}`;
      expect(samples.has(key), `${key} is there once`).toBe(false);
      samples.set(key, value === '+Inf' ? Infinity : Number(value));
    }
  }
  expect([...types.keys()].filter((name) => !explained.has(name))).toEqual([]);
  for (const [name, type] of types) {
    if (type === 'counter') expect(name).toMatch(/_total$/);
    if (type === 'histogram') expectBuckets(name, samples);
  }
  return samples;
}

function expectBuckets(name: string, samples: Samples): void {
  const buckets = new Map<string, number[]>();
  for (const [key, value] of samples) {
    if (!key.startsWith(`${name}_bucket{`)) continue;
    const others = key.slice(name.length + '_bucket'.length).replace(/,le="[^"]*"|le="[^"]*",?/, '');
    buckets.set(others, [...(buckets.get(others) ?? []), value]);
  }
  for (const [others, values] of buckets) {
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    expect(samples.get(`${name}_count${others === '{}' ? '' : others}`)).toBe(values.at(-1));
  }
}
