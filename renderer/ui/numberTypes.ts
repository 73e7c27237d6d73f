import { numberTypes, type NumberType } from '../../electron/contract/lease.ts';
import { strings } from './strings.ts';

/** The options of a Select, whose values are texts: '' stands for any type. */
export function numberTypeData(): { value: string; label: string }[] {
  const any = { value: '', label: strings.dialog.anyType };
  return [any, ...numberTypes.map((value) => ({ value, label: strings.numbers.types[value] }))];
}

export function toNumberType(value: string | null): NumberType | null {
  return numberTypes.find((type) => type === value) ?? null;
}
