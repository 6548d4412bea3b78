import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** Packages of this project are sources, so they are bundled; libraries with native parts stay outside. */
const NATIVE = ['better-sqlite3-multiple-ciphers', 'electron-updater'];

export default defineConfig({
  main: {
    build: {
      externalizeDeps: { include: NATIVE },
      rolldownOptions: { input: 'src/main/index.ts', external: NATIVE },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: 'src/preload/index.ts',
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    build: { rolldownOptions: { input: 'src/renderer/index.html' } },
    plugins: [react(), tailwindcss()],
  },
});
