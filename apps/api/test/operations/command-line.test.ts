/** The command-line tool as people run it, beside an API that is running. */
import { endpoints } from '@wellpulse/contracts';
import { ApiCaller, aWell, runInProcess, signIn, uniqueSlug, type Printed } from '@wellpulse/testing';
import { sql } from 'kysely';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runWellpulse } from '../../src/cli-program.ts';
import { startBareApi } from '../support/harness.ts';
import { buildPrograms, startTool } from '../support/program.ts';
import { until } from '../support/until.ts';

const { auth, wells, production } = endpoints;
const api = await startBareApi();
afterAll(() => api.stop());

const tool = (args: string | readonly string[], environment: Record<string, string> = {}): Promise<Printed> =>
  runInProcess(() => runWellpulse(typeof args === 'string' ? args.split(' ') : args), {
    ...api.environment,
    ...environment,
  });
const PASSWORD = 'stuffing-box-and-polished-rod-1';

describe('tenants and users', () => {
  const slug = uniqueSlug('cli');
  const email = 'boss@test.example';
  const login = (password: string) =>
    api.anonymous.call(auth.login, { body: { tenant: slug, email, password } });

  test('are made, and the first administrator signs in', async () => {
    const made = await tool(`tenant create ${slug} --name Permian --time-zone Europe/Oslo`);
    expect(made).toMatchObject({ code: 0, errors: '' });
    expect(made.output).toContain(`Made tenant ${slug}`);
    const user = await tool(`user create ${slug} ${email} --name Boss --role ADMIN`, {
      WELLPULSE_PASSWORD: PASSWORD,
    });
    expect(user).toMatchObject({ code: 0, output: `Added ${email} as ADMIN of ${slug}\n` });
    const { session } = await signIn(api.baseUrl, { tenant: slug, email, password: PASSWORD });
    expect(session).toMatchObject({
      tenant: { name: 'Permian', timeZone: 'Europe/Oslo' },
      user: { role: 'ADMIN' },
    });
  });

  test('a password that is made up is shown once and works', async () => {
    const { output } = await tool(`user create ${slug} second@test.example --name Second --role VIEWER`);
    const [, password = ''] = /^Password: (\S+)$/m.exec(output) ?? [];
    await signIn(api.baseUrl, { tenant: slug, email: 'second@test.example', password });
  });

  test('are refused in words, with exit code 1 when something is wrong and 2 for what is not understood', async () => {
    expect(await tool(`tenant create ${slug}`)).toMatchObject({
      code: 1,
      output: '',
      errors: `There is already a tenant "${slug}"\n`,
    });
    const common = await tool(`user create ${slug} x@test.example --name X --role VIEWER`, {
      WELLPULSE_PASSWORD: 'password1234',
    });
    expect(common).toMatchObject({ code: 1, errors: expect.stringContaining('password') });
    const taken = await tool(`user create ${slug} ${email} --name X --role VIEWER`);
    expect(taken).toMatchObject({
      code: 1,
      errors: expect.stringContaining('Another user has this e-mail address'),
    });
    const role = await tool(`user create ${slug} y@test.example --name Y --role KING`);
    expect(role.code).toBe(2);
    expect(await tool('tenant create No_Slug')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('slug'),
    });
  });

  test('a suspended tenant is kept out of the running API within seconds, and let in again', async () => {
    const { session } = await signIn(api.baseUrl, { tenant: slug, email, password: PASSWORD });
    const caller = new ApiCaller(api.baseUrl, session.accessToken);
    const me = async () => {
      const answer = await caller.call(auth.me, {});
      return answer.ok ? 'LET IN' : answer.problem.code;
    };
    expect(await tool(`tenant suspend ${slug}`)).toMatchObject({
      code: 0,
      output: `Tenant ${slug} is SUSPENDED\n`,
    });
    await until('it is kept out', async () => ((await me()) === 'TENANT_SUSPENDED' ? true : null));
    expect(await login(PASSWORD)).toMatchObject({ problem: { code: 'TENANT_SUSPENDED' } });
    const list = await tool('tenant list');
    expect(list.output).toMatch(new RegExp(`^${slug}\tSUSPENDED\tPermian\tEurope/Oslo\tdefault$`, 'm'));
    await tool(`tenant resume ${slug}`);
    await until('it is let in', async () => ((await me()) === 'LET IN' ? true : null));
  });
});

describe('audit verify', () => {
  test('says that all is in order, and is heard when it is not', async () => {
    const tenant = await api.addTenant();
    await tenant.manager.ask(wells.create, { body: aWell() });
    const key = { WELLPULSE_AUDIT_KEY: randomBytes(32).toString('base64url') };
    const anchors = path.join(await mkdtemp(path.join(tmpdir(), 'wellpulse-test-')), 'anchors.txt');
    const head = await tool(['audit', 'head', tenant.slug, '--append', anchors], key);
    expect(head.output).toContain(`wellpulse-anchor-1 ${tenant.slug} ${tenant.entry.id} 6 `);
    expect(await tool(['audit', 'verify', tenant.slug, '--anchor', anchors], key)).toMatchObject({
      code: 0,
      output: `${tenant.slug}: 6 events, anchors: 1, all in order\n`,
    });
    await sql`update wells set name = 'Forged'`.execute(tenant.database.db);
    const outcome = await tool('audit verify');
    expect(outcome.code).toBe(1);
    expect(outcome.output).toContain(`${tenant.slug}: 6 events, NOT in order\n  wells: `);
    expect(await tool('audit verify nobody')).toMatchObject({
      code: 1,
      errors: 'There is no tenant "nobody"\n',
    });
  });
});

describe('migrate', () => {
  test('brings tenants up to date; one that fails is named, and does not stop the others', async () => {
    const [broken, healthy] = [await api.addTenant({ slug: 'a' }), await api.addTenant({ slug: 'b' })];
    await sql`delete from schema_migrations where name = '0003-wells'`.execute(api.ownerOf(broken.entry).db);
    const outcome = await tool('migrate');
    expect(outcome.code).toBe(1);
    expect(outcome.output).toMatch(
      new RegExp(`^${broken.slug}: FAILED: Migration 0003-wells failed: .*already exists`, 'm'),
    );
    expect(outcome.output).toContain(`${healthy.slug}: up to date\n`);
  });
});

describe('import', () => {
  test('takes a file as the page does, in the name of a user, and lists what it refused', async () => {
    const tenant = await api.addTenant();
    const { id: wellId, apiNumber } = await tenant.manager.ask(wells.create, { body: aWell() });
    const folder = await mkdtemp(path.join(tmpdir(), 'wellpulse-test-'));
    const [csv, mapping] = [path.join(folder, 'readings.csv'), path.join(folder, 'mapping.json')];
    await writeFile(csv, `well,day,oil\n${apiNumber},2025-03-01,1\n${apiNumber},2025-03-02,-2\n`);
    await writeFile(
      mapping,
      JSON.stringify({
        well: { column: 'well', by: 'API_NUMBER' },
        date: { column: 'day', format: 'yyyy-MM-dd' },
        oil: { column: 'oil', unit: 'BBL' },
      }),
    );
    const { email, id } = tenant.manager.session.user;
    const args = ['import', tenant.slug, csv, '--mapping', mapping, '--as', email];
    const rehearsed = await tool([...args, '--dry-run']);
    expect(rehearsed.output).toContain('2 rows: 1 taken, 0 updated, 0 unchanged, 0 skipped, 1 refused');
    const outcome = await tool(args);
    await rm(folder, { recursive: true });
    expect(outcome).toMatchObject({ code: 0, output: expect.stringContaining('row 3, oil "-2"') });
    const { items } = await tenant.viewer.ask(production.list, { params: { wellId }, query: {} });
    expect(items).toMatchObject([{ productionDate: '2025-03-01', entryMethod: 'SCADA', createdBy: id }]);
  });
});

test('wrong settings are named by the program, without their values', async () => {
  await buildPrograms();
  const outcome = await startTool(['tenant', 'list'], {
    DATABASE_URL: 'mysql://secret@host/x',
    WELLPULSE_JWT_SECRET: 'short-secret',
    WELLPULSE_API_PORT: '0',
  }).ended;
  expect(outcome.code).toBe(1);
  for (const name of ['DATABASE_URL', 'WELLPULSE_JWT_SECRET', 'WELLPULSE_API_PORT']) {
    expect(outcome.errors).toContain(name);
  }
  expect(outcome.errors).not.toContain('secret@host');
  expect(outcome.errors).not.toContain('short-secret');
});
