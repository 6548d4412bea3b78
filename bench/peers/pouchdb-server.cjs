/** express-pouchdb on LevelDB, as its readme starts it: `node pouchdb-server.cjs <folder> <port>`. */
require('./end-with-stdin.cjs');
const { mkdirSync } = require('node:fs');
const { join } = require('node:path');
const express = require('express');
const servePouchDB = require('express-pouchdb');
const PouchDB = require('pouchdb');

const [folder, port] = process.argv.slice(2);
const prefix = join(folder, 'databases', '/');
mkdirSync(prefix, { recursive: true });
const options = { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: join(folder, 'log.txt') };
express()
  .use('/', servePouchDB(PouchDB.defaults({ prefix }), options))
  .listen(Number(port), '127.0.0.1');
