import { ipcMain, type BrowserWindow } from 'electron';
import { CALL, newsChannel } from '../../shared/bridge/channels.ts';
import type { News, NewsName } from '../../shared/bridge/contract.ts';
import { answer } from '../bridge/answer.ts';
import { handlersOf } from '../bridge/handlers.ts';
import type { Laptop } from '../bridge/laptop.ts';
import { isOwnPage } from './window.ts';

/** Hears the calls of the app's own pages. Calls of any other sender do nothing. */
export function serveBridge(laptop: Laptop): void {
  const parts = { client: laptop.client, handlers: handlersOf(laptop) };
  ipcMain.handle(CALL, async ({ senderFrame }, name: unknown, input: unknown) => {
    if (senderFrame === null || senderFrame.parent !== null || !isOwnPage(senderFrame.url)) {
      throw new Error('This page may not call');
    }
    return answer(parts, name, input);
  });
}

/** Tells the page of a window. */
export function tell<Name extends NewsName>(window: BrowserWindow, name: Name, news: News<Name>): void {
  if (!window.isDestroyed()) window.webContents.send(newsChannel(name), news);
}
