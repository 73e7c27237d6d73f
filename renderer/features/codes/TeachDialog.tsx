import { useState } from 'react';
import type { ProposedRule } from '../../../electron/contract/settings.ts';
import type { Place } from '../../state/highlights.ts';
import type { GivenText } from '../../state/texts.ts';
import { Dialog, useFocusBack } from '../../ui/Dialog.tsx';
import { strings } from '../../ui/strings.ts';
import { MarkStep } from './MarkStep.tsx';
import { RuleStep } from './RuleStep.tsx';

interface TeachDialogProps {
  given: GivenText;
  close: () => void;
}

/** Makes a rule from an example: the person marks the code, the host proposes a rule, the person saves it. */
export function TeachDialog({ given, close }: TeachDialogProps) {
  useFocusBack();
  const [place, setPlace] = useState<Place | null>(null);
  const [proposed, setProposed] = useState<ProposedRule | null>(null);
  // One lesson makes one rule, even if the person marks something else and tries again.
  const [id] = useState(() => crypto.randomUUID());
  return (
    <Dialog opened onClose={close} title={strings.codes.lesson.title} size="lg">
      {place === null || proposed === null ? (
        <MarkStep given={given} place={place} mark={setPlace} propose={(rule) => setProposed({ ...rule, id })} />
      ) : (
        <RuleStep given={given} place={place} proposed={proposed} back={() => setProposed(null)} close={close} />
      )}
    </Dialog>
  );
}
