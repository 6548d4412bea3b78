/** Says how large its window is, which has edges where there is a screen, and ends. */
import { app, BrowserWindow } from 'electron';

async function start() {
  await app.whenReady();
  const window = new BrowserWindow({ width: 800, height: 600 });
  await window.loadURL('data:text/html,<title>A window</title>');
  const [outer, inner] = await window.webContents.executeJavaScript('[outerHeight, innerHeight]');
  process.stdout.write(
    `${outer > inner ? 'shown' : 'not shown'} at ${window.getBounds().width} by ${outer}\n`,
  );
  app.quit();
}

void start();
