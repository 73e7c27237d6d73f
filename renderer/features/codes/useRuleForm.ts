import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { Failure } from '../../../electron/contract/errors.ts';
import type { Rule } from '../../../electron/contract/settings.ts';
import { failureLine } from '../../ui/HostText.tsx';
import { ruleErrors, toRule, withRule, type RuleFields } from './rules.ts';
import { useChangeRules } from './useRules.ts';

/** The fields of one rule, and saving it. When the host rejects the pattern, the pattern's field shows why. */
export function useRuleForm(initialValues: RuleFields) {
  const change = useChangeRules();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const form = useForm({ initialValues, validate: ruleErrors, onValuesChange: () => setFailure(null) });

  /** Resolves to the rule as saved, or null. */
  const save = async (fields: RuleFields): Promise<Rule | null> => {
    const rule = toRule(fields);
    setBusy(true);
    setFailure(null);
    const refused = await change((rules) => withRule(rules, rule));
    setBusy(false);
    if (refused === null) return rule;
    if (refused.code === 'INVALID_INPUT') form.setFieldError('pattern', failureLine(refused));
    else setFailure(refused);
    return null;
  };
  return { form, save, busy, failure };
}
