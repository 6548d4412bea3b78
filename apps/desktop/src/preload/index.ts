/** The bridge as the page has it: it passes on calls and news by the names of the contract, and nothing else. */
import { contextBridge, ipcRenderer } from 'electron';
import { CALL, newsChannel } from '../shared/bridge/channels.ts';
import { NAMES } from '../shared/bridge/names.ts';
import type { NewsName } from '../shared/bridge/contract.ts';

contextBridge.exposeInMainWorld('wellpulse', {
  call: (name: string, input: unknown): Promise<unknown> =>
    NAMES.methods.includes(name)
      ? ipcRenderer.invoke(CALL, name, input)
      : Promise.reject(new Error('No such method')),
  on: (name: NewsName, listener: (news: unknown) => void): (() => void) => {
    if (!NAMES.news.includes(name)) throw new Error('No such news');
    const heard = (_event: unknown, news: unknown): void => {
      listener(news);
    };
    ipcRenderer.on(newsChannel(name), heard);
    return () => {
      ipcRenderer.off(newsChannel(name), heard);
    };
  },
});
