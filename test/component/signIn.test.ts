import { page } from 'vitest/browser';
import { appError } from '../../electron/contract/errors.ts';
import type { ConnectionStatus, PageSession } from '../../electron/contract/hostBridge.ts';
import type { SignInProblem } from '../../electron/contract/signIn.ts';
import { phrases } from '../../electron/contract/words/phrases.ts';
import { exampleState } from '../fakes/appState.ts';
import { installFakeBridge } from '../fakes/fakeBridge.ts';
import { expectAccessible } from './support/accessible.ts';
import { press } from './support/actions.ts';
import { expect, showPage, test } from './support/app.ts';

/** A page in a browser, at an address of a host that knows one token. */
function pageAt({ signOut }: Pick<PageSession, 'signOut'>, address = '') {
  const listeners = new Set<() => void>();
  const tried: string[] = [];
  let answer: SignInProblem | null = 'wrong';
  let status: ConnectionStatus = 'refused';
  const become = (next: ConnectionStatus) => {
    status = next;
    for (const listener of listeners) listener();
  };
  const fake = installFakeBridge(exampleState());
  window.location.hash = address;
  showPage({
    request: (name, input) => fake.request(name, input),
    subscribe: (event, listener) => fake.subscribe(event, listener),
    status: () => status,
    onStatus: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    session: {
      signIn: (pasted) => {
        tried.push(pasted);
        if (answer === null) become('open');
        return Promise.resolve(answer);
      },
      signOut: signOut && (() => signOut().then(() => become('refused'))),
    },
  });
  return { tried, will: (next: SignInProblem | null) => void (answer = next) };
}

const token = page.getByRole('textbox', { name: 'Owner’s token' });
const heading = page.getByRole('heading', { name: 'Sign in to OTP Dock' });

test('whoever comes without a token is asked for one, told what is wrong with it, and let in with the right one', async () => {
  const { tried, will } = pageAt({ signOut: () => Promise.resolve() });
  await expect.element(heading).toBeVisible();
  await expectAccessible();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect.element(page.getByText('Paste the token.')).toBeVisible();
  await token.fill('not-this-one');
  await expect.element(page.getByText('Paste the token.')).not.toBeInTheDocument();
  for (const [problem, words] of [
    ['wrong', 'This token is not right.'],
    ['named', 'for the owner of the host'],
    ['tooMany', 'Wait a minute'],
    ['unreachable', 'did not answer'],
  ] as const) {
    will(problem);
    await press('Enter', token);
    await expect.element(page.getByText(words)).toBeVisible();
    await expect.element(token).toHaveAccessibleDescription(expect.stringContaining(words));
  }
  await expectAccessible();
  will(null);
  await token.fill('owner');
  await press('Enter', token);
  await expect.element(page.getByText('No numbers yet')).toBeVisible();
  expect(tried).toEqual([...Array<string>(4).fill('not-this-one'), 'owner']);
  await expect.element(page.getByText('#token=')).not.toBeInTheDocument();
});

test('on this computer it is said that the printed address opens the page, too', async () => {
  pageAt({ signOut: null });
  await expect.element(page.getByText('open the address that it printed')).toBeVisible();
  await expectAccessible();
});

test('whoever could not be signed out is told so, and may try again, in Settings and in Actions', async () => {
  const still = appError('INTERNAL', phrases.general.stillSignedIn, phrases.general.stillSignedInHint);
  let fails = true;
  const { will } = pageAt({ signOut: () => (fails ? Promise.reject(still) : Promise.resolve()) }, 'settings/api');
  will(null);
  await token.fill('owner');
  await press('Enter', token);
  const toast = page.getByText('this browser is still signed in');
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('dialog', { name: 'Actions' }).getByRole('textbox').fill('log out');
  await page.getByRole('dialog', { name: 'Actions' }).getByRole('button', { name: 'Sign out' }).click();
  await expect.element(toast).toBeVisible();
  fails = false;
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect.element(heading).toBeVisible();
});

test('whoever is signed in by a cookie signs out in Settings, and is asked for the token again', async () => {
  let signedOut = 0;
  const { will } = pageAt({ signOut: () => Promise.resolve(void (signedOut += 1)) }, 'settings/api');
  will(null);
  await token.fill('owner');
  await press('Enter', token);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect.element(heading).toBeVisible();
  expect(signedOut).toBe(1);
  await token.fill('owner');
  await press('Enter', token);
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('dialog', { name: 'Actions' }).getByRole('textbox').fill('log out');
  await page.getByRole('dialog', { name: 'Actions' }).getByRole('button', { name: 'Sign out' }).click();
  await expect.element(heading).toBeVisible();
  expect(signedOut).toBe(2);
});
