import { useForm } from '@mantine/form';
import { leaseSchema } from '../../../electron/contract/api.ts';
import { useAppState } from '../../state/context.ts';
import { useLastOrder } from './lastOrder.ts';
import { fieldsOf, firstFields, type FirstChoice } from './order.ts';
import { orderErrors } from './orderErrors.ts';

export type OrderForm = ReturnType<typeof useOrderForm>;

/** `changed`: called when the person changes a field. */
export function useOrderForm(first: FirstChoice, changed: () => void) {
  const { settings } = useAppState();
  const { last, isCurrent } = useLastOrder();
  const isGeneral = Object.values(first).every((given) => (given ?? null) === null);
  // What another version has written may be no order any more.
  const isKnown = last !== null && isCurrent && leaseSchema.safeParse(last).success;
  const values = isKnown && isGeneral ? fieldsOf(last, settings) : firstFields(settings, first);
  return useForm({ initialValues: values, validate: orderErrors, validateInputOnBlur: true, onValuesChange: changed });
}

/** Hints go below, so that two inputs side by side stay aligned. */
export const hintBelow: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];
