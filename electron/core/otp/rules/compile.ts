import { patterns } from '../../../contract/sentences/patterns.ts';
import { phrases } from '../../../contract/sentences/sentence.ts';
import { PatternError } from './patternError.ts';
import { characterTest, type CharacterTest, type Instruction, type Program, type Split } from './program.ts';
import { holdsCode, isNullable, type Node } from './syntax.ts';

const say = phrases(patterns);

/** The most instructions of a program: what a message costs grows with it. */
const largest = 2_000;

type Repeat = Extract<Node, { kind: 'repeat' }>;

/** Makes a program of a tree (Thompson's construction; {m,n} is written out). Throws a PatternError when it grows too large. */
export function compile(tree: Node): Program {
  return new Compiler().compile(tree);
}

class Compiler {
  readonly #program: Instruction[] = [];
  readonly #tests = new Map<string, CharacterTest>();

  compile(tree: Node): Program {
    this.#node(tree);
    this.#emit({ op: 'match' });
    return this.#program;
  }

  #emit<I extends Instruction>(instruction: I): I {
    if (this.#program.length >= largest) {
      throw new PatternError(say.tooLarge, say.tooLargeHint, null);
    }
    this.#program.push(instruction);
    return instruction;
  }

  get #here(): number {
    return this.#program.length;
  }

  #node(node: Node): void {
    switch (node.kind) {
      case 'empty':
        return;
      case 'set':
        this.#emit({ op: 'take', test: this.#test(node.source) });
        return;
      case 'place':
        this.#emit({ op: 'place', place: node.place });
        return;
      case 'code':
        this.#emit({ op: 'open' });
        this.#node(node.body);
        this.#emit({ op: 'close' });
        return;
      case 'sequence':
        for (const part of node.parts) this.#node(part);
        return;
      case 'choice':
        this.#choice(node.branches);
        return;
      case 'repeat':
        this.#repeat(node);
    }
  }

  #test(source: string): CharacterTest {
    const test = this.#tests.get(source) ?? characterTest(source);
    this.#tests.set(source, test);
    return test;
  }

  #choice(branches: Node[]): void {
    const jumps = branches.map((branch, index) => {
      const split = index < branches.length - 1 ? this.#split() : null;
      this.#node(branch);
      if (!split) return null;
      const jump = this.#emit({ op: 'jump', to: 0 });
      split.second = this.#here;
      return jump;
    });
    for (const jump of jumps) if (jump) jump.to = this.#here;
  }

  /** A choice between what comes next, tried first, and a place that is filled in later. */
  #split(): Split {
    return this.#emit<Split>({ op: 'split', first: this.#here + 1, second: 0 });
  }

  #repeat(node: Repeat): void {
    for (let turn = 1; turn < node.min; turn += 1) this.#turn(node.body, false);
    if (node.max === Infinity && node.min > 0 && !isNullable(node.body)) return this.#atLeastOnce(node);
    if (node.min > 0) this.#turn(node.body, false);
    if (node.max === Infinity) return this.#loop(node);
    const splits = Array.from({ length: node.max - node.min }, () => this.#optional(node));
    for (const split of splits) leave(split, node.lazy, this.#here);
  }

  /** One more turn, or on to the end, which is filled in later. */
  #optional(node: Repeat): Split {
    const split = this.#split();
    this.#turn(node.body, isNullable(node.body));
    return split;
  }

  #loop(node: Repeat): void {
    const start = this.#here;
    const split = this.#optional(node);
    this.#emit({ op: 'jump', to: start });
    leave(split, node.lazy, this.#here);
  }

  /** As the body and then a loop of it, without writing the body twice: nested + would double the program each time. */
  #atLeastOnce(node: Repeat): void {
    const start = this.#here;
    this.#turn(node.body, false);
    const split = this.#split();
    split.first = start;
    leave(split, node.lazy, this.#here);
  }

  #turn(body: Node, mustProgress: boolean): void {
    if (holdsCode(body)) this.#emit({ op: 'forget' });
    if (mustProgress) this.#emit({ op: 'turn' });
    this.#node(body);
    if (mustProgress) this.#emit({ op: 'progress' });
  }
}

/** Fills in where a repetition ends; a lazy one tries that first. */
function leave(split: Split, lazy: boolean, end: number): void {
  split.second = end;
  if (lazy) [split.first, split.second] = [split.second, split.first];
}
