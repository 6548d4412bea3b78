/** A worker that tells once the files of SQLite are free. Browsers open such files in workers alone. */
import { whenFree, type WorkerFile } from './when-free.web.ts';

/** Where expo-sqlite keeps its files in the browser's private file system. */
const FOLDER = 'expo-sqlite';

async function* files(): AsyncIterable<WorkerFile> {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER);
  for await (const file of folder.values()) yield file as unknown as WorkerFile;
}

void whenFree(files).then(() => {
  self.postMessage('free');
});
