import { BrowserMessageReader, BrowserMessageWriter, createMessageConnection } from 'vscode-jsonrpc/browser';
import { startServer } from './lsp/server';

// The project's types are Node's; of a worker's own globals this file needs the port that the worker is.
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0] & { close(): void };

startServer(createMessageConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  schedule: (callback, ms) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  // Nobody else ends a worker that its client has done with.
  end: () => self.close(),
});
