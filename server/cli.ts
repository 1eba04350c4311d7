#!/usr/bin/env node
import { isMainThread } from 'node:worker_threads';
import { run } from './cli/program';
import { serveNotes } from './cli/workers';
import { describeCrash } from './crash';

// The reader of a pipe may leave before the end (`| head`); that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 2);
});

// Ending by `exit` lets a report that is half-written be taken away.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

if (isMainThread) {
  run(process.argv.slice(2)).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      process.stderr.write(`chartlint: internal error: ${describeCrash(error)}\n`);
      process.exitCode = 2;
    },
  );
} else serveNotes();
