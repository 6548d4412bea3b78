/** What keeps a session alive, what ends it, and what scripts can see of it. */
import { endpoints } from '@wellpulse/contracts';
import { PEOPLE } from '../../support/people.ts';
import { DAY_1, DAY_2, DAY_3, DAY_4, DEEP, expect, test } from '../../support/test.ts';

test.describe('with a session of its own', () => {
  test.use({ person: 'viewer', ownBrowser: true });

  test('no script can read the tokens', DAY_1, async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const seen = await page.evaluate(() => ({
      cookies: document.cookie,
      stored: JSON.stringify([localStorage, sessionStorage]),
    }));
    const cookies = (await page.context().cookies()).filter(({ name }) => /access|refresh/.test(name));
    expect(cookies).toHaveLength(2);
    for (const { name, value, httpOnly, sameSite } of cookies) {
      expect({ httpOnly, sameSite }).toEqual({ httpOnly: true, sameSite: 'Lax' });
      expect(seen.cookies).not.toContain(name);
      expect(seen.stored).not.toContain(value);
      expect(await page.content()).not.toContain(value);
    }
  });

  test('signing out ends the session here and at the server', DAY_2, async ({ page, context }) => {
    await page.goto('/wells');
    const before = await context.cookies();
    await page.getByRole('button', { name: /Your account/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    expect((await context.cookies()).filter(({ name }) => /access|refresh/.test(name))).toEqual([]);

    await context.addCookies(before);
    await page.goto('/wells');
    await expect(page).toHaveURL(/\/sign-in/);
  });

  test('an expired access token is renewed without anybody noticing', DAY_3, async ({ page, context }) => {
    await page.goto('/');
    await context.clearCookies({ name: /access/ });
    await page.getByRole('link', { name: 'Wells' }).first().click();
    await expect(page.getByRole('table')).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Wells' })).toBeVisible();
  });

  test(
    'many requests at once with one old refresh token don’t end the session',
    DEEP,
    async ({ page, context }) => {
      await page.goto('/');
      for (let round = 0; round < 3; round += 1) {
        await context.clearCookies({ name: /access/ });
        const statuses = await page.evaluate(async (path) => {
          const answers = await Promise.all(Array.from({ length: 25 }, () => fetch(path)));
          return answers.map(({ status }) => status);
        }, `/browser${endpoints.auth.me.path}`);
        expect(new Set(statuses)).toEqual(new Set([200]));
      }
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toContainText('Today');
    },
  );

  test('an access token that the server refuses is renewed as well', DEEP, async ({ page, context }) => {
    await page.goto('/');
    const forge = async () => {
      const good = (await context.cookies()).filter(({ name }) => name.includes('access'));
      await context.addCookies(good.map((cookie) => ({ ...cookie, value: tampered(cookie.value) })));
    };
    await forge();
    expect(
      await page.evaluate(async (path) => (await fetch(path)).status, `/browser${endpoints.auth.me.path}`),
    ).toBe(200);
    await forge();
    await page.goto('/wells');
    await expect(page.getByRole('heading', { level: 1, name: 'Wells' })).toBeVisible();
  });

  test(
    'when the server ends the session, the page stays and asks for the password',
    DAY_4,
    async ({ page, context, workspace }) => {
      await page.goto('/wells');
      await expect(page.getByRole('table')).toBeVisible();
      // The cookie holds the token, and behind it the key of its one use.
      const cookie = (await context.cookies()).find(({ name }) => name.includes('refresh'))?.value ?? '';
      const [refreshToken = ''] = cookie.split('~');
      await (await workspace.as('viewer')).ask(endpoints.auth.logout, { body: { refreshToken } });
      await page.getByRole('searchbox').first().fill('Haverhill');

      const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
      await expect(dialog).toContainText(PEOPLE.viewer.email);
      await dialog.getByLabel('Password').fill(PEOPLE.viewer.password);
      await dialog.getByRole('button', { name: 'Sign in' }).click();
      await expect(dialog).toBeHidden();
      await expect(page.getByRole('searchbox').first()).toHaveValue('Haverhill');
      await expect(page.getByRole('row', { name: /Haverhill #1/ })).toBeVisible();
    },
  );
});

test('a request from another site’s page changes nothing', DAY_3, async ({ page, workspace }) => {
  const path = `${workspace.addresses.webUrl}/browser${endpoints.production.create.path}`;
  const answer = await page.request.post(path.replace(':wellId', crypto.randomUUID()), {
    headers: { origin: 'https://evil.example' },
    data: { productionDate: '2025-01-01', oilVolume: 1 },
  });
  expect(answer.status()).toBe(403);
});

/** The same token with another signature. */
function tampered(token: string): string {
  const [head = '', claims = '', signature = ''] = token.split('.');
  return [head, claims, signature.slice(1) + signature.slice(0, 1)].join('.');
}

test.describe('an answer that is lost on its way to the browser', () => {
  test.use({ person: null });

  test(
    'does not end the session, however late the browser asks again',
    DEEP,
    async ({ playwright, workspace }) => {
      const { cookies, origins } = await workspace.newSession('viewer');
      // Without a good access token: the next request renews the session.
      const storageState = { cookies: cookies.filter(({ name }) => !name.includes('access')), origins };
      const ask = async () => {
        const browser = await playwright.request.newContext({
          baseURL: workspace.addresses.webUrl,
          storageState,
        });
        const status = (await browser.get(`/browser${endpoints.auth.me.path}`)).status();
        await browser.dispose();
        return status;
      };
      expect(await ask()).toBe(200);
      // What the dashboard's server remembers by itself, it forgets after a minute.
      await new Promise((resolve) => setTimeout(resolve, 63_000));
      expect(await ask()).toBe(200);
    },
  );
});
