import { TEST_PASSWORD, uniqueEmail, uniqueSlug } from '@wellpulse/testing';
import { SignInPage } from '../../support/pages/sign-in-page.ts';
import { DAY_5, DEEP, expect, test } from '../../support/test.ts';

test.use({ person: 'admin' });

test(
  'a user is added, signs in, is given another role, suspended and removed',
  DAY_5,
  async ({ page, browser }) => {
    const [name, email] = [uniqueSlug('Pumper'), uniqueEmail('pumper')];
    await page.goto('/users');
    await page.getByRole('button', { name: 'Add user' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add user' });
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('E-mail').fill(email);
    await dialog.getByLabel('First password').fill('password1234');
    await dialog.getByRole('button', { name: 'Add user' }).click();
    await expect(dialog.getByLabel('First password')).toHaveAccessibleDescription(/common/);
    await dialog.getByLabel('First password').fill(TEST_PASSWORD);
    await dialog.getByRole('button', { name: 'Add user' }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole('searchbox', { name: 'Search users' }).fill(name);
    const row = page.getByRole('row', { name });
    await expect(row).toContainText(/Operator.*Active.*Never/);

    const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
    const theirs = await context.newPage();
    const signIn = await SignInPage.open(theirs);
    await signIn.submit({ tenant: 'acme', email, password: TEST_PASSWORD });
    await expect(theirs.getByRole('link', { name: 'Enter' }).first()).toBeVisible();

    const choose = async (action: string) => {
      await page.getByRole('button', { name: `Actions for ${name}` }).click();
      await page.getByRole('menuitem', { name: action }).click();
    };
    await choose('Edit');
    await page.getByRole('dialog').getByLabel('Role').click();
    await page.getByRole('option', { name: 'Viewer' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(row).toContainText('Viewer');
    await theirs.goto('/enter');
    await expect(theirs.getByText('Your role does not allow this')).toBeVisible();

    await choose('Suspend');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Suspend' }).click();
    await expect(row).toContainText('Suspended');
    await theirs.goto('/wells');
    await expect(theirs.getByRole('heading', { name: 'This user is suspended' })).toBeVisible();
    await theirs.getByRole('button', { name: 'Sign in as somebody else' }).click();
    await new SignInPage(theirs).submit({ tenant: 'acme', email, password: TEST_PASSWORD });
    await expect(new SignInPage(theirs).problem).toContainText('This user is suspended');
    await context.close();

    await choose('Remove');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await expect(page.getByText('Nobody matches')).toBeVisible();
  },
);

test('an administrator can’t lock everybody out', DEEP, async ({ page }) => {
  await page.goto('/users');
  await page.getByRole('button', { name: 'Actions for Avery Chen' }).click();
  await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: /Suspend|Remove/ })).toHaveCount(0);
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Role').click();
  await page.getByRole('option', { name: 'Viewer' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toContainText(/last active administrator/i);
});
