import { Text } from '@mantine/core';
import type { Candidate } from '../../electron/contract/state.ts';
import { confidenceOf } from '../state/codes.ts';
import { GroupedCode } from './CodeText.tsx';
import { HostText } from './HostText.tsx';
import { strings } from './strings.ts';

const text = strings.codes.candidates;

/** Everything in a text that may be its code, with how sure that is and why. */
export function CandidateTable({ candidates }: { candidates: readonly Candidate[] }) {
  if (candidates.length === 0) return <Text size="sm">{text.none}</Text>;
  return (
    <table className="candidates">
      <caption>{text.title}</caption>
      <thead>
        <tr>
          <th scope="col">{text.code}</th>
          <th scope="col">{text.confidence}</th>
          <th scope="col">{text.reason}</th>
        </tr>
      </thead>
      <tbody>
        {candidates.map((candidate, index) => (
          <tr key={index}>
            <th scope="row" className="code-small">
              <GroupedCode code={candidate.code} />
            </th>
            <td>{text.words[confidenceOf(candidate)]}</td>
            <td>
              <HostText>{candidate.reason}</HostText>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
