/** A catalogue, or part of one. */
export type Tree = { [name: string]: string | string[] | Tree };

/** Every message of a catalogue, with its path. */
export function messagesOf(tree: Tree, path = ''): [path: string, message: string][] {
  return Object.entries(tree).flatMap(([name, inside]): [string, string][] =>
    typeof inside === 'string' ? [[path + name, inside]] : messagesOf(inside as Tree, `${path}${name}.`),
  );
}
