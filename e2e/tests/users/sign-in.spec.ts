import { uniqueEmail } from '@wellpulse/testing';
import { PASSWORD, PEOPLE } from '../../support/people.ts';
import { SignInPage } from '../../support/pages/sign-in-page.ts';
import { DAY_1, DAY_2, DAY_3, DAY_4, DAY_5, DEEP, expect, test } from '../../support/test.ts';

test.use({ person: null });

test('the right password leads to Home', async ({ page }) => {
  const signIn = await SignInPage.open(page);
  await signIn.submit(PEOPLE.operator);
  await expect(page).toHaveURL('/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Today');
  await expect(page.getByRole('button', { name: `Your account: ${PEOPLE.operator.name}` })).toBeVisible();
});

test(
  'signing in works by keyboard alone, and remembers the tenant for the next time',
  DAY_4,
  async ({ page }) => {
    await SignInPage.open(page);
    await expect(page.getByLabel('Company')).toBeFocused();
    await page.keyboard.type('acme');
    await page.keyboard.press('Tab');
    await page.keyboard.type(PEOPLE.viewer.email);
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/');

    await page.context().clearCookies({ name: /^wellpulse_(access|refresh)/ });
    await page.goto('/sign-in');
    await expect(page.getByLabel('Company')).toHaveValue('acme');
    await expect(page.getByLabel('E-mail')).toBeFocused();
  },
);

test('a password can be seen while it is typed, by mouse and by keyboard', DAY_2, async ({ page }) => {
  await SignInPage.open(page);
  const box = page.getByLabel('Password');
  const show = page.getByRole('button', { name: 'Show what is typed' });
  await box.pressSequentially('slup');
  await expect(box).toHaveAttribute('type', 'password');
  await expect(show).toHaveAttribute('aria-pressed', 'false');
  await expect(show).toHaveAccessibleDescription('Password');
  await show.click();
  await expect(box).toHaveAttribute('type', 'text');
  await expect(show).toHaveAttribute('aria-pressed', 'true');
  // Whoever types goes on where they were.
  await expect(box).toBeFocused();
  await page.keyboard.press('Backspace');
  await page.keyboard.type('p');
  await expect(box).toHaveValue('slup');
  await page.keyboard.press('Tab');
  await expect(show).toBeFocused();
  await page.keyboard.press('Space');
  await expect(box).toHaveAttribute('type', 'password');
  await expect(show).toHaveAttribute('aria-pressed', 'false');
  await expect(box).toHaveValue('slup');
  await expect(page).toHaveURL('/sign-in');
});

test(
  'what is typed while the page’s programs still load is what is sent',
  DAY_5,
  async ({ page, baseURL }) => {
    let arrive = () => {};
    const hold = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const { hostname: domain, port } = new URL(baseURL ?? '');
    const lastTenant = { name: `wellpulse_tenant_${port}`, value: 'bravo', domain, path: '/sign-in' };
    await page.context().addCookies([lastTenant]);
    await page.route('**/_next/static/**/*.js', async (route) => {
      await hold;
      await route.continue();
    });
    await page.goto('/sign-in', { waitUntil: 'commit' });
    const signIn = new SignInPage(page);
    await expect(page.getByLabel('Company')).toHaveValue('bravo');
    await page.getByLabel('Company').fill(PEOPLE.operator.tenant);
    await page.getByLabel('E-mail').fill(PEOPLE.operator.email);
    await page.getByLabel('Password').fill(PEOPLE.operator.password);
    await expect(signIn.button).toBeDisabled();
    arrive();
    await signIn.button.click();
    await expect(page.getByRole('button', { name: `Your account: ${PEOPLE.operator.name}` })).toBeVisible();
  },
);

test(
  'a wrong password, an unknown person and an unknown tenant are answered alike',
  DAY_1,
  async ({ page }) => {
    const signIn = await SignInPage.open(page);
    const answers: string[] = [];
    for (const wrong of [
      { ...PEOPLE.manager, password: 'not-the-password' },
      { ...PEOPLE.manager, email: uniqueEmail('nobody') },
      { ...PEOPLE.manager, tenant: 'no-such-tenant' },
    ]) {
      await signIn.submit(wrong);
      await expect(signIn.button).toBeEnabled();
      answers.push((await signIn.problem.textContent()) ?? '');
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/password/i);
    await expect(page).toHaveURL('/sign-in');
  },
);

test('what is missing is said beside its field before anything is sent', DEEP, async ({ page }) => {
  const signIn = await SignInPage.open(page);
  await signIn.submit({ tenant: '', email: 'nobody', password: '' });
  await expect(page.getByLabel('Company')).toHaveAccessibleDescription(/Give the short name of your company/);
  await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(/not an e-mail address/);
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/Give your password/);
});

test('who tries too often is told how long to wait', DAY_2, async ({ page, workspace }) => {
  const guess = { tenant: 'acme', email: uniqueEmail('guessed'), password: 'wrong-again' };
  const tries = Array.from({ length: 10 }, () =>
    fetch(`${workspace.addresses.apiUrl}/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(guess),
    }),
  );
  await Promise.all(tries);
  const signIn = await SignInPage.open(page);
  await signIn.submit(guess);
  await expect(signIn.problem).toContainText('Too many wrong passwords');
  await expect(page.getByRole('button', { name: /Try again in \d+ (s|min)/ })).toBeDisabled();
});

test(
  'a page that needs a session leads to the sign-in, and from there back to that page',
  DAY_3,
  async ({ page }) => {
    await page.goto('/wells?search=Haverhill');
    await expect(page).toHaveURL(/\/sign-in\?next=%2Fwells%3Fsearch%3DHaverhill$/);
    await new SignInPage(page).submit(PEOPLE.viewer);
    await expect(page).toHaveURL('/wells?search=Haverhill');
  },
);

test('the way back never leads to another site', DAY_1, async ({ page }) => {
  await page.goto('/sign-in?next=//evil.example/');
  await new SignInPage(page).submit(PEOPLE.viewer);
  await expect(page).toHaveURL('/');
});

for (const next of ['/.//elsewhere.example/', '/x/..//elsewhere.example/', '/.//\\elsewhere.example']) {
  test(`a link to the sign-in that asks for ${next} leads to Home`, DEEP, async ({ page }) => {
    await page.goto(`/sign-in?${new URLSearchParams({ next }).toString()}`);
    await new SignInPage(page).submit(PEOPLE.operator);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Today');
    await expect(page).toHaveURL('/');
  });
}
