import { useSelected } from '../state/context.ts';
import { Banner } from './Banner.tsx';
import { strings } from './strings.ts';
import { useAction } from './useAction.ts';

/** On every page while the demo runs: nothing here is real, and one click ends it. */
export function DemoBanner() {
  const demo = useSelected((state) => state.demo);
  const { run, busy } = useAction('demo.stop');
  const { label, title, text, leave } = strings.demo;
  if (!demo) return null;
  return <Banner kind="demo" {...{ label, title, text, busy }} button={leave} onClick={() => void run()} />;
}
