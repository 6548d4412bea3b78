/** What a disk takes of the time: no entry is saved sooner. */
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { summary, type Times } from '../measure.ts';

const TEXT = 'x'.repeat(500);

/**
 * How long one row takes that is inserted and committed as durably as an entry, with nothing around it. `pauseMs` lie between two: a disk
 * that was left alone is slower.
 */
export async function timeBareRows(folder: string, rows: number, pauseMs = 0): Promise<Times> {
  const database = new DatabaseSync(path.join(folder, 'bare.db'));
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 256');
    database.exec('CREATE TABLE IF NOT EXISTS rows (id INTEGER PRIMARY KEY, text TEXT)');
    const insert = database.prepare('INSERT INTO rows (text) VALUES (?)');
    const samples: number[] = [];
    for (let row = 0; row < rows; row += 1) {
      const start = performance.now();
      insert.run(TEXT);
      samples.push(performance.now() - start);
      await setTimeout(pauseMs);
    }
    return summary(samples);
  } finally {
    database.close();
  }
}
