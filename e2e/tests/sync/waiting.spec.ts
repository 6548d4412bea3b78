/** Entries that were not taken and wait for a person. */
import { endpoints } from '@wellpulse/contracts';
import { aUser, signIn, TestDevice } from '@wellpulse/testing';
import { addDevice } from '../../support/devices.ts';
import { daysBefore } from '../../support/days.ts';
import { expectAccessible } from '../../support/pages/page-checks.ts';
import { DAY_5, expect, test } from '../../support/test.ts';

test(
  'a manager enters with one click what somebody sent who has left',
  DAY_5,
  async ({ page, workspace }) => {
    const day = daysBefore(await workspace.today(), 1);
    const well = await workspace.addWell({}, [{ productionDate: day, oilVolume: 70 }]);
    const admin = await workspace.as('admin');
    const body = aUser({ name: 'Lee Leaver', role: 'MANAGER' });
    const { id: userId } = await admin.ask(endpoints.users.create, { body });
    const { email, password } = body;
    const owner = await signIn(workspace.addresses.apiUrl, { tenant: 'acme', email, password });
    const truck = await TestDevice.register(owner, () => new Date().toISOString(), { name: 'Old truck' });
    const deletion = truck.event({
      eventType: 'PRODUCTION_DELETED',
      aggregateId: well.id,
      baseVersion: 1,
      payload: { productionDate: day },
    });
    await admin.ask(endpoints.users.remove, { params: { userId } });
    const carrier = await addDevice(workspace, 'operator');
    await carrier.device.sync([deletion]);

    await page.goto('/sync');
    const row = page
      .getByRole('list', { name: 'From people who left' })
      .getByRole('listitem')
      .filter({ hasText: well.name });
    await expect(row).toContainText('Stands now: oil 70.0 bbl');
    await expect(row).toContainText('Typed by Lee Leaver on Old truck');
    await expectAccessible(page);
    await row.getByRole('button', { name: 'Enter as mine' }).click();
    await expect(row).toBeHidden();
    const manager = await workspace.as('manager');
    const refused = await manager.refusal(endpoints.production.get, {
      params: { wellId: well.id, date: day },
    });
    expect(refused).toMatchObject({ code: 'PRODUCTION_NOT_FOUND' });
  },
);
