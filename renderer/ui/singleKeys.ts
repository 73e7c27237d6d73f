import { useLocalStorage } from '@mantine/hooks';

/** Whether keys without Ctrl or ⌘ work. WCAG 2.1.4 asks for a way to turn them off. */
export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useLocalStorage({ key: 'otp-dock.help-key', defaultValue: true, getInitialValueInEffect: false });
  return [on, setOn];
}
