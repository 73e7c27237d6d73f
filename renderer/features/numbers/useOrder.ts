import { useForm } from '@mantine/form';
import { useAppState } from '../../state/context.ts';
import { firstFields, orderErrors, type FirstChoice } from './order.ts';

export type OrderForm = ReturnType<typeof useOrderForm>;

export function useOrderForm(first: FirstChoice) {
  const { settings } = useAppState();
  return useForm({ initialValues: firstFields(settings, first), validate: orderErrors, validateInputOnBlur: true });
}

/** Hints go below, so that two inputs side by side stay aligned. */
export const hintBelow: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];
