import { Notifications } from '@mantine/notifications';

/** Where toasts are shown. */
export function ToastArea() {
  return <Notifications position="bottom-right" />;
}
