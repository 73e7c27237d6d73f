/** One line of the table: a figure of ours beside its floor, measured in the same run. */
export interface Row {
  name: string;
  /** Median of the rounds. */
  value: number;
  unit: string;
  /** The median of the floor, in the same unit. */
  floor: number;
  floorIs: string;
  /** Ours to the floor; for rates the floor to ours is the cost, so higher is better there. */
  ratio: number;
  /** Lowest and highest ratio of the rounds. */
  spread: [number, number];
  goal: string;
  ok: boolean;
}

export interface Measurement {
  name: string;
  unit: string;
  floorIs: string;
  goal: string;
  isOk(ratio: number): boolean;
  /** One round each, in turns, so that a noisy moment meets both. */
  ours(): Promise<number> | number;
  floor(): Promise<number> | number;
}

const rounds = 7;

export async function measure(measurement: Measurement): Promise<Row> {
  const pairs: { ours: number; floor: number }[] = [];
  await measurement.floor();
  await measurement.ours();
  for (let round = 0; round < rounds; round += 1) {
    pairs.push({ floor: await measurement.floor(), ours: await measurement.ours() });
  }
  const ratios = pairs.map(({ ours, floor }) => ours / floor).sort((a, b) => a - b);
  const ratio = median(ratios);
  const { name, unit, floorIs, goal } = measurement;
  return {
    name,
    value: median(pairs.map(({ ours }) => ours)),
    unit,
    floor: median(pairs.map(({ floor }) => floor)),
    floorIs,
    ratio,
    spread: [ratios[0] ?? ratio, ratios.at(-1) ?? ratio],
    goal,
    ok: measurement.isOk(ratio),
  };
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
