const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('bridge', {
  platform: process.platform,
  /**
   * @param {string} channel
   * @param {unknown[]} args
   */
  call: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  /**
   * @param {string} channel
   * @param {(...args: unknown[]) => void} listener
   */
  on: (channel, listener) => {
    /** @type {(event: unknown, ...args: unknown[]) => void} */
    const run = (_event, ...args) => listener(...args);
    ipcRenderer.on(channel, run);
    return () => void ipcRenderer.off(channel, run);
  },
});
