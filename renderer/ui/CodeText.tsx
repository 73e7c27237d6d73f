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

/** A code as people read it: six or eight digits in two groups. The gap is only drawn, so it is never copied. */
export function GroupedCode({ code }: Pick<CodeTextProps, 'code'>) {
  const half = /^[0-9A-Za-z]+$/.test(code) && (code.length === 6 || code.length === 8) ? code.length / 2 : code.length;
  return (
    <>
      {code.slice(0, half)}
      {half < code.length && <span className="code-gap">{code.slice(half)}</span>}
    </>
  );
}
