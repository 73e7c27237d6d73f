import { judge, type Judgement } from './evidence/judge.ts';
import type { Message } from './message.ts';
import type { Shape } from './shapes/shape.ts';
import type { Introduction } from './ties/introducers.ts';

const mostCandidates = 8;

/** The likeliest shape, and at most `mostCandidates` that could be meant, likeliest first: a long text has many. */
export function judgeAll(message: Message): { best: Judgement | undefined; likely: Judgement[] } {
  const { shapes, introductions } = message;
  const tied: Judgement[] = [];
  let best: Judgement | undefined;
  let next = 0;
  /** The word for "code" whose code was already named right behind it. */
  let settled: Introduction | null = null;
  // One pass over both lists: each shape with the words for "code" nearest to it on both sides.
  for (const shape of shapes) {
    while (next < introductions.length && (introductions[next] as Introduction).start < shape.start) next += 1;
    const previous = nearestBefore(introductions, next, shape);
    const judgement = judge(message, shape, previous, nearestAfter(introductions, next, shape), previous === settled);
    if (judgement.settles) settled = previous;
    if (!best || judgement.score > best.score) best = judgement;
    if (judgement.tie > 0) insert(tied, judgement);
  }
  const likely = best && best.tie === 0 ? [best, ...tied] : tied;
  return { best, likely: likely.slice(0, mostCandidates) };
}

/** Inserts it after those that are as likely. */
function insert(tied: Judgement[], judgement: Judgement): void {
  let place = tied.length;
  while (place > 0 && (tied[place - 1] as Judgement).score < judgement.score) place -= 1;
  if (place === mostCandidates) return;
  if (place === tied.length) tied.push(judgement);
  else tied.splice(place, 0, judgement);
  if (tied.length > mostCandidates) tied.pop();
}

function nearestBefore(introductions: Introduction[], next: number, shape: Shape): Introduction | null {
  const previous = introductions[next - 1] ?? null;
  return previous && previous.end <= shape.start ? previous : null;
}

function nearestAfter(introductions: Introduction[], next: number, shape: Shape): Introduction | null {
  const following = introductions[next] ?? null;
  return following && following.start >= shape.end ? following : null;
}
