import { useEffect, useRef } from 'react';
import type { Rule } from '../../../electron/contract/settings.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { strings } from '../../ui/strings.ts';
import { showFailure, showUndo } from '../../ui/toasts.tsx';
import { moved, putBack, withoutRule } from './rules.ts';
import { useChangeRules, type ChangeRules } from './useRules.ts';

const text = strings.codes.rules;

export const addButtonId = 'add-rule';

/** The id of a rule's button, for returning the focus to it. */
export function ruleButtonId(id: string, button: 'up' | 'down' | 'remove'): string {
  return `rule-${id}-${button}`;
}

/** Moves and deletes rules: one change at a time, and the focus stays where the person works. */
export function useRuleList(rules: readonly Rule[]) {
  const announce = useAnnounce();
  const change = useOneByOne(rules);

  const move = async (rule: Rule, by: -1 | 1) => {
    const next = moved(rules, rule.id, by);
    const button = ruleButtonId(rule.id, by < 0 ? 'up' : 'down');
    if (await change((present) => moved(present, rule.id, by), button)) {
      announce(
        text.moved({ name: rule.name, place: next.findIndex(({ id }) => id === rule.id) + 1, count: next.length }),
      );
    }
  };

  const remove = async (rule: Rule) => {
    const index = rules.findIndex(({ id }) => id === rule.id);
    const undo = () => change((present) => putBack(present, rule, index), ruleButtonId(rule.id, 'remove'));
    if (await change((present) => withoutRule(present, rule.id), addButtonId)) {
      showUndo(text.removed({ name: rule.name }), () => void undo());
    }
  };

  return { move, remove };
}

type Change = (next: Parameters<ChangeRules>[0], focus: string) => Promise<boolean>;

/**
 * Changes the list and, once the change shows, focuses the button with this id: the element that had the focus may be
 * gone, or may have been moved. Ignores a change while another one is on its way.
 */
function useOneByOne(rules: readonly Rule[]): Change {
  const changeRules = useChangeRules();
  const busy = useRef(false);
  /** The order that is shown, and the button to focus once it has changed. */
  const shown = useRef('');
  const wanted = useRef<string | null>(null);
  const order = rules.map(({ id }) => id).join(' ');
  useEffect(() => {
    if (shown.current === order) return;
    shown.current = order;
    if (wanted.current !== null) document.getElementById(wanted.current)?.focus();
    wanted.current = null;
  }, [order]);

  return async (next, button) => {
    if (busy.current) return false;
    busy.current = true;
    wanted.current = button;
    const failure = await changeRules(next);
    busy.current = false;
    if (failure === null) return true;
    wanted.current = null;
    showFailure(failure);
    return false;
  };
}
