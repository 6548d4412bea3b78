import { ipcMain, type BrowserWindow } from 'electron';
import { CALL, newsChannel } from '../../shared/bridge/channels.ts';
import type { News, NewsName } from '../../shared/bridge/contract.ts';
import type { Answer } from '../../shared/bridge/method.ts';
import { isOwnPage } from './window.ts';

/** Hears the calls of the app's own pages. Calls of any other sender do nothing. */
export function serveBridge(answer: (name: unknown, input: unknown) => Promise<Answer<unknown>>): void {
  ipcMain.handle(CALL, async ({ senderFrame }, name: unknown, input: unknown) => {
    if (senderFrame === null || senderFrame.parent !== null || !isOwnPage(senderFrame.url)) {
      throw new Error('This page may not call');
    }
    return answer(name, input);
  });
}

/** Tells the page of a window. */
export function tell<Name extends NewsName>(window: BrowserWindow, name: Name, news: News<Name>): void {
  if (!window.isDestroyed()) window.webContents.send(newsChannel(name), news);
}
