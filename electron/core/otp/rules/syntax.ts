/** A place between two characters. */
export type Place = 'lineStart' | 'lineEnd' | 'wordEdge' | 'noWordEdge';

/** A pattern as a tree. Every node but `empty` becomes at least one instruction, so that the program's size bounds the work. */
export type Node =
  | { kind: 'empty' }
  /** One character, as the source text of a regular expression that matches just one. */
  | { kind: 'set'; source: string }
  | { kind: 'place'; place: Place }
  | { kind: 'code'; body: Node }
  | { kind: 'sequence'; parts: Node[] }
  | { kind: 'choice'; branches: Node[] }
  /** `max` may be Infinity. */
  | { kind: 'repeat'; body: Node; min: number; max: number; lazy: boolean };

/** Whether it can match without taking a character. */
export function isNullable(node: Node): boolean {
  switch (node.kind) {
    case 'empty':
    case 'place':
      return true;
    case 'set':
      return false;
    case 'code':
      return isNullable(node.body);
    case 'sequence':
      return node.parts.every(isNullable);
    case 'choice':
      return node.branches.some(isNullable);
    case 'repeat':
      return node.min === 0 || isNullable(node.body);
  }
}

/** Whether the group of the code is in it. */
export function holdsCode(node: Node): boolean {
  switch (node.kind) {
    case 'empty':
    case 'place':
    case 'set':
      return false;
    case 'code':
      return true;
    case 'sequence':
      return node.parts.some(holdsCode);
    case 'choice':
      return node.branches.some(holdsCode);
    case 'repeat':
      return holdsCode(node.body);
  }
}
