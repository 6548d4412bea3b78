/** What no app may do: Electron is ready only when this file has run to its end. */
import { app } from 'electron';

await app.whenReady();
