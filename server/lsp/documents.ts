import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Connection } from './connection';

/** Who hears what becomes of the documents. */
export interface DocumentEvents {
  /** A document was opened, or its text is another. */
  readonly changed: (uri: string, how: 'opened' | 'edited') => void;
  readonly closed: (uri: string) => void;
}

/** The documents that are open in the editor, as they stand there. */
export class Documents {
  private readonly open = new Map<string, TextDocument>();

  get(uri: string): TextDocument | undefined {
    return this.open.get(uri);
  }

  uris(): string[] {
    return [...this.open.keys()];
  }

  /** Follows the editor from now on. */
  listen(connection: Connection, { changed, closed }: DocumentEvents): void {
    connection.onNotification('textDocument/didOpen', ({ textDocument: { uri, languageId, version, text } }) => {
      this.open.set(uri, TextDocument.create(uri, languageId, version, text));
      changed(uri, 'opened');
    });
    connection.onNotification('textDocument/didChange', ({ textDocument: { uri, version }, contentChanges }) => {
      const document = this.open.get(uri);
      if (document === undefined || contentChanges.length === 0) return;
      this.open.set(uri, TextDocument.update(document, contentChanges, version));
      changed(uri, 'edited');
    });
    connection.onNotification('textDocument/didClose', ({ textDocument: { uri } }) => {
      if (this.open.delete(uri)) closed(uri);
    });
  }
}
