/** A real, untidy file: it is beside the project where it is developed, and no part of it. */
import { endpoints, type Well } from '@wellpulse/contracts';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ImportPage } from '../../support/pages/import-page.ts';
import type { Workspace } from '../../support/workspace.ts';
import { DAY_4, expect, test } from '../../support/test.ts';

const FILE = fileURLToPath(new URL('../../../../shared/data/volve/volve-daily-f1c-f12.csv', import.meta.url));
const BARRELS_PER_SM3 = 6.28981;

/** The only well of this name, whatever an earlier run has left behind. */
async function addNamed(workspace: Workspace, name: string): Promise<Well> {
  const admin = await workspace.as('admin');
  const { items } = await admin.ask(endpoints.wells.list, { query: { search: name } });
  for (const { id } of items) await admin.ask(endpoints.wells.remove, { params: { wellId: id } });
  return workspace.addWell({ name, route: 'Volve' });
}

test(
  'the Volve file is taken but for its two negative rows, which are listed',
  DAY_4,
  async ({ page, workspace }, testInfo) => {
    if (!existsSync(FILE)) console.log(`The Volve file is not imported: there is no ${FILE}`);
    testInfo.skip(!existsSync(FILE), 'The file is not there');
    const [f1c, f12] = [await addNamed(workspace, '15/9-F-1 C'), await addNamed(workspace, '15/9-F-12')];
    const form = await ImportPage.open(page, FILE);
    await form.choose('Well', 'NPD_WELL_BORE_NAME');
    for (const product of ['Oil', 'Gas', 'Water']) await form.choose(`${product} is in`, 'Sm³');
    await form.import();
    await form.expectCounts({ Rows: '3,802', Taken: '3,800', Unchanged: '0', 'Left out': '0', Refused: '2' });
    await expect(form.refused.getByRole('row')).toHaveCount(3);
    await expect(form.refused.getByRole('row').nth(1)).toContainText(
      /819.*Negative volume.*BORE_WAT_VOL.*-14/,
    );
    await expect(form.refused.getByRole('row').nth(2)).toContainText(
      /2,339.*Negative volume.*BORE_WAT_VOL.*-458/,
    );
    await form.import();
    await form.expectCounts({ Taken: '0', Updated: '0', Unchanged: '3,800', Refused: '2' });

    const viewer = await workspace.as('viewer');
    const summary = ({ id }: Well) =>
      viewer.ask(endpoints.production.summary, { params: { wellId: id }, query: {} });
    const first = await summary(f1c);
    expect(first.days).toBe(746);
    // Each day is rounded to a hundredth of a barrel.
    expect(first.totals.oilVolume).toBeCloseTo(177_707 * BARRELS_PER_SM3, -1);
    expect((await summary(f12)).days).toBe(3_054);
  },
);
