import { dialog, type BrowserWindow } from 'electron';
import type { FileDialogs } from '../storage/file-dialogs.ts';

/** The system's own windows for files, above the app's. */
export const fileDialogsOf = (window: BrowserWindow): FileDialogs => ({
  save: async ({ name, ending }) => {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: name,
      filters: [{ name: ending.toUpperCase(), extensions: [ending] }],
    });
    return canceled || filePath === '' ? null : filePath;
  },
  open: async ({ ending }) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      properties: ['openFile'],
      filters: [{ name: ending.toUpperCase(), extensions: [ending] }],
    });
    return canceled ? null : (filePaths[0] ?? null);
  },
});
