interface CodeTextProps {
  code: string;
  className?: string;
}

/** A code as people read it: six or eight digits in two groups. The gap is only drawn, so it is never copied. */
export function CodeText({ code, className = 'code' }: CodeTextProps) {
  const half = /^[0-9A-Za-z]+$/.test(code) && (code.length === 6 || code.length === 8) ? code.length / 2 : code.length;
  return (
    <span className={className} data-testid="code">
      {code.slice(0, half)}
      {half < code.length && <span className="code-gap">{code.slice(half)}</span>}
    </span>
  );
}
