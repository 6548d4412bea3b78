/** One origin has the dashboard, the API and the photos (ADR 103): what devices of two tenants do there, and what nobody can. */
import { request, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { endpoints } from '@wellpulse/contracts';
import { aWell } from '@wellpulse/testing';
import { putPhoto } from '../../support/devices.ts';
import { aPicture, expectDrawn } from '../../support/pictures.ts';
import { expect, test } from '../../support/test.ts';

test('a device’s photo is shown on the dashboard; another tenant neither sees nor hears of it', async ({
  page,
  workspace,
}) => {
  const { webUrl } = workspace.addresses;
  const [operator, bravo] = [await workspace.as('operator'), await workspace.as('bravoManager')];
  const item = await workspace.addItem();
  const leaving = new AbortController();
  const live = (token: string | null) =>
    fetch(`${webUrl}/api/live`, {
      headers: { authorization: `Bearer ${token ?? ''}` },
      signal: leaving.signal,
    });
  const [heard, heardByBravo] = [new Heard(), new Heard()];
  heard.listenTo(await live(operator.accessToken));
  heardByBravo.listenTo(await live(bravo.accessToken));
  await page.goto(`/equipment/${item.id}`);

  const photo = await putPhoto(operator, item, (await aPicture(page, { name: 'a.jpg' })).buffer);
  expect(photo.url).toMatch(`${webUrl}/blob/`);
  await expectDrawn(
    page
      .getByRole('main')
      .getByRole('button', { name: /^Photo/ })
      .locator('img'),
  );
  await expect.poll(() => heard.text).toContain('PHOTO');

  const params = { ownerId: item.id, photoId: photo.id };
  expect(await bravo.refusal(endpoints.photos.get, { params })).toMatchObject({ status: 404 });
  await bravo.ask(endpoints.wells.create, { body: aWell() });
  await expect.poll(() => heardByBravo.text).toContain('WELL');
  expect(heardByBravo.text).not.toContain('PHOTO');
  leaving.abort();

  // A page's cookies are worth nothing to the API, and what is for those who run it is not there.
  const statusOf = (path: string) => page.evaluate(async (at) => (await fetch(at)).status, path);
  expect(await statusOf(`/browser${endpoints.auth.me.path}`)).toBe(200);
  expect(await statusOf(`/api${endpoints.auth.me.path}`)).toBe(401);
});

/** What a stream of events has said until now. */
class Heard {
  text = '';

  listenTo({ body }: Response): void {
    const listen = async () => {
      const decoder = new TextDecoder();
      for await (const piece of body ?? []) this.text += decoder.decode(piece, { stream: true });
    };
    listen().catch(() => undefined);
  }
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const ask = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  new Promise<Answer>((resolve, reject) => {
    request(url, { headers })
      .on('error', reject)
      .on('response', (response) => {
        const { statusCode: status, headers: given } = response;
        text(response).then((body) => resolve({ status, headers: given, body }), reject);
      })
      .end();
  });

test('metrics are for those who run it; a Host of somebody else’s leads nobody there', async ({
  workspace,
}) => {
  const { webUrl, internalUrl } = workspace.addresses;
  for (const path of ['/metrics', '/ready']) {
    expect((await ask(internalUrl + path)).status).toBe(200);
    expect((await ask(`${webUrl}/api${path}`)).status).toBe(404);
    // No page either: to sign in is all that is offered.
    expect((await ask(webUrl + path)).status).toBe(307);
  }
  const elsewhere = {
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-for': '203.0.113.9',
    forwarded: 'host=evil.example',
  };
  for (const path of [
    '/',
    '/wells',
    '/sign-in',
    '/api/openapi.json',
    '/api/docs',
    '/api/wells',
    '/blob/a/b/c',
  ]) {
    const { headers, body } = await ask(webUrl + path, elsewhere);
    expect(JSON.stringify(headers) + body, path).not.toContain('evil.example');
  }
  const { body } = await ask(`${webUrl}/api/openapi.json`);
  expect(JSON.parse(body)).toMatchObject({ servers: [{ url: `${webUrl}/api` }] });
});
