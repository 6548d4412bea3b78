/** A small app that uses what the stand-in has of Electron. It would run on the real one too. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, BrowserWindow, ipcMain, net, protocol, safeStorage, session } from 'electron';

const CSP = "default-src 'self'; object-src 'none'; base-uri 'none'";

if (!app.requestSingleInstanceLock({ asks: 'for the window' })) app.quit();
app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

/** What pages wanted and did not get, for the tests. @type {string[]} */
const refused = [];
Object.assign(globalThis, { refused });

app.on('web-contents-created', (_event, contents) => {
  contents.on('will-navigate', (event) => {
    if (event.url.startsWith('app://bundle/')) return;
    refused.push(`navigate ${event.url}`);
    event.preventDefault();
  });
  contents.setWindowOpenHandler(({ url }) => {
    refused.push(`open ${url}`);
    return { action: 'deny' };
  });
});

ipcMain.handle('echo', (_event, ...values) => values);
ipcMain.handle('sender', (event) => event.senderFrame?.url);
ipcMain.handle('fail', () => {
  throw new RangeError('no such well');
});
ipcMain.handle('seal', (_event, text) => safeStorage.encryptStringAsync(text));
ipcMain.handle('unseal', async (_event, sealed) => {
  const { result } = await safeStorage.decryptStringAsync(Buffer.from(sealed));
  return result;
});

/** @param {Request} request */
async function serve({ url }) {
  const { pathname, searchParams } = new URL(url);
  const { body, headers } = await net.fetch(pathToFileURL(join(import.meta.dirname, pathname)).href);
  const all = new Headers(headers);
  if (!searchParams.has('without-csp')) all.set('content-security-policy', CSP);
  return new Response(body, { headers: all });
}

async function start() {
  await app.whenReady();
  protocol.handle('app', serve);
  session.defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(permission === 'media'),
  );
  const window = new BrowserWindow({
    width: 800,
    height: 600,
    webPreferences: { preload: join(import.meta.dirname, 'preload.cjs'), sandbox: true },
  });
  await window.loadURL('app://bundle/page.html');
}

void start();
