import { groupsOf } from '../../electron/contract/codeGroups.ts';

interface CodeTextProps {
  code: string;
  className?: string;
}

/** Longer codes are broken into lines where that is needed. */
const mostInLine = 10;

/** A code on its own, to be read and typed. */
export function CodeText({ code, className = 'code' }: CodeTextProps) {
  return (
    <span className={code.length > mostInLine ? `${className} break` : `${className} code-line`} data-testid="code">
      <GroupedCode code={code} />
    </span>
  );
}

/** A code as people read it. The gap is only drawn, so it is never copied. */
export function GroupedCode({ code }: Pick<CodeTextProps, 'code'>) {
  const [first, second] = groupsOf(code);
  return (
    <>
      {first}
      {second !== '' && <span className="code-gap">{second}</span>}
    </>
  );
}
