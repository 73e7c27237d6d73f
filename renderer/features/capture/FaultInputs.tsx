import { Button, Group, NumberInput, Select, Stack, TextInput, type SelectProps } from '@mantine/core';
import { useForm } from '@mantine/form';
import { deliveryErrorCodes, refusalCodes, type FaultKind } from '../../../electron/contract/faults.ts';
import { faultsSchema, type FaultsInput } from '../../../electron/contract/faultsInput.ts';
import { strings } from '../../ui/strings.ts';
import { useAction } from '../../ui/useAction.ts';
import { inWords } from '../../ui/validation.ts';
import { faultKinds } from './faults.ts';

const text = strings.capture.faults;

interface Fields {
  kind: FaultKind;
  refusal: string;
  deliveryError: string;
  delaySeconds: number | string;
  to: string;
}

const first: Fields = { kind: 'undelivered', refusal: '21610', deliveryError: '30003', delaySeconds: 5, to: '' };

/** What the fields ask for. Numbers are typed as they are written anywhere: +91 98123 45678. */
function wanted({ kind, refusal, deliveryError, delaySeconds, to }: Fields): unknown {
  const more = {
    ...(kind === 'refused' && { errorCode: Number(refusal) }),
    ...(kind === 'undelivered' && { errorCode: Number(deliveryError) }),
    ...((kind === 'slow' || kind === 'late') && { delaySeconds }),
  };
  const number = to.replace(/[\s().-]/g, '');
  return { ...(number !== '' && { to: number }), faults: [{ kind, ...more }] };
}

function errorsOf(fields: Fields): Partial<Record<keyof Fields, string>> {
  const { error } = faultsSchema.safeParse(wanted(fields));
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path.at(-1), inWords(message)]));
}

export function FaultInputs({ close }: { close: () => void }) {
  const form = useForm<Fields>({ initialValues: first, validate: errorsOf });
  const { run, busy } = useAction('capture.setFaults');
  const { kind } = form.values;
  const turnOn = async (fields: Fields) => {
    if (await run(wanted(fields) as FaultsInput)) close();
  };
  return (
    <form onSubmit={form.onSubmit((fields) => void turnOn(fields))} noValidate>
      <Stack>
        <Select
          label={text.what}
          data={faultKinds.map((value) => ({ value, label: text.kinds[value] }))}
          allowDeselect={false}
          maxDropdownHeight={400}
          data-autofocus
          {...form.getInputProps('kind')}
        />
        {kind === 'refused' && <CodeSelect codes={refusalCodes} {...form.getInputProps('refusal')} />}
        {kind === 'undelivered' && <CodeSelect codes={deliveryErrorCodes} {...form.getInputProps('deliveryError')} />}
        {(kind === 'slow' || kind === 'late') && (
          <NumberInput
            label={text.seconds}
            allowNegative={false}
            clampBehavior="none"
            {...form.getInputProps('delaySeconds')}
          />
        )}
        <TextInput
          label={text.number}
          placeholder={text.allNumbers}
          inputMode="tel"
          autoComplete="off"
          {...form.getInputProps('to')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {strings.common.cancel}
          </Button>
          <Button type="submit" loading={busy}>
            {text.start}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type Code = keyof typeof text.codes;
interface CodeSelectProps extends Omit<SelectProps, 'data'> {
  codes: readonly number[];
}

function CodeSelect({ codes, ...props }: CodeSelectProps) {
  const data = codes.map((code) => ({ value: String(code), label: `${code} · ${text.codes[`${code}` as Code]}` }));
  return <Select label={text.error} data={data} allowDeselect={false} {...props} />;
}
