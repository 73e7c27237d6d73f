import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { toFailure } from '../../../electron/contract/errors.ts';
import type { ProposedRule } from '../../../electron/contract/settings.ts';
import type { Extraction } from '../../../electron/contract/state.ts';
import { useClient } from '../../state/context.ts';
import { markPlace, type Place } from '../../state/highlights.ts';
import type { GivenText } from '../../state/texts.ts';
import { FailureAlert } from '../../ui/FailureAlert.tsx';
import { MarkedText } from '../../ui/MarkedText.tsx';
import { HostText } from '../../ui/HostText.tsx';
import { strings } from '../../ui/strings.ts';
import { showDone, showFailure } from '../../ui/toasts.tsx';
import { isSameCode } from './marks.ts';
import { RuleInputs } from './RuleInputs.tsx';
import { toFields, withoutRule, type RuleFields } from './rules.ts';
import { useRuleForm } from './useRuleForm.ts';
import { useChangeRules } from './useRules.ts';

const text = strings.codes.lesson;

interface RuleStepProps {
  given: GivenText;
  place: Place;
  proposed: ProposedRule;
  back: () => void;
  close: () => void;
}

/** Shows the proposed rule to check and save. The dialog closes once the host finds the code with it. */
export function RuleStep({ given, place, proposed, back, close }: RuleStepProps) {
  const { form, save, busy, failure } = useRuleForm(toFields({ ...proposed, name: strings.said(proposed.name) }));
  const [otherwise, setOtherwise] = useState<Extraction | null>(null);
  const tryText = useTryText(given);
  const wanted = given.text.slice(place.start, place.end);
  const submit = async (fields: RuleFields) => {
    setOtherwise(null);
    const rule = await save(fields);
    if (rule === null) return;
    const found = await tryText();
    if (found !== null && !isSameCode(found.code, wanted)) return setOtherwise(found);
    if (found !== null) showDone(text.learned({ name: rule.name, code: wanted, reason: strings.said(found.reason) }));
    close();
  };
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
      <Stack>
        <Example text={given.text} place={place} wanted={wanted} />
        <RuleInputs form={form} />
        {failure !== null && <FailureAlert failure={failure} />}
        {otherwise !== null && <Otherwise found={otherwise} id={proposed.id} close={close} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={back}>
            {text.back}
          </Button>
          <Button type="submit" loading={busy}>
            {strings.codes.rule.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Example({ text: body, place, wanted }: { text: string; place: Place; wanted: string }) {
  const heading = useRef<HTMLParagraphElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Stack gap={4}>
      <Text ref={heading} size="sm" tabIndex={-1} className="step">
        {text.shallFind({ code: wanted })}
      </Text>
      <div className="text-box">
        <MarkedText parts={markPlace(body, place)} />
      </div>
    </Stack>
  );
}

/** The rule was saved, but does not find the marked code. */
function Otherwise({ found, id, close }: { found: Extraction; id: string; close: () => void }) {
  const change = useChangeRules();
  const remove = async () => {
    const failure = await change((rules) => withoutRule(rules, id));
    if (failure === null) close();
    else showFailure(failure);
  };
  return (
    <Alert color="yellow" title={text.otherwise}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm" className="break">
          {found.code === null ? <HostText>{found.reason}</HostText> : text.otherwiseCode({ code: found.code })}{' '}
          {text.otherwiseHint}
        </Text>
        <Button size="xs" variant="default" onClick={() => void remove()}>
          {text.remove}
        </Button>
      </Stack>
    </Alert>
  );
}

/** Asks the host what it finds now. Resolves to null, after a toast, when that fails. */
function useTryText({ text: body, from }: GivenText): () => Promise<Extraction | null> {
  const client = useClient();
  return async () => {
    try {
      return await client.call('texts.try', { text: body, ...(from !== '' && { from }) });
    } catch (thrown) {
      showFailure(toFailure(thrown));
      return null;
    }
  };
}
