import * as vscode from 'vscode';
import type { DocumentFilter } from 'vscode-languageclient';
import { configurationFileName, type Settings, selectedDocuments } from '../server/configuration';
import { reviewFileName } from '../server/review/review-file';
import { documentsIn } from '../server/settings-documents';

/** The documents that are notes: those of the extension's own language, and those that `documents` selects. */
export class DocumentSelection implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly disposables: vscode.Disposable[];
  private filters: readonly vscode.DocumentFilter[] = [];

  /** Fires when other documents are selected than before. */
  readonly onDidChange = this.changed.event;

  constructor() {
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${configurationFileName}`);
    const update = () => void this.update();
    this.disposables = [
      this.changed,
      watcher,
      watcher.onDidChange(update),
      watcher.onDidCreate(update),
      watcher.onDidDelete(update),
      vscode.workspace.onDidChangeWorkspaceFolders(update),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('chartlint.documents')) update();
      }),
    ];
  }

  /** What selects the notes. */
  get notes(): vscode.DocumentSelector {
    return this.filters;
  }

  /** What the server is told of: the notes, and the files with their settings and decisions. */
  get synchronized(): DocumentFilter[] {
    const own = [configurationFileName, reviewFileName].map((name) => ({ pattern: `**/${name}` }));
    return [...this.filters, ...own].map(asProtocolFilter);
  }

  selects(document: vscode.TextDocument): boolean {
    return vscode.languages.match(this.notes, document) > 0;
  }

  async update(): Promise<void> {
    const filters = await currentFilters();
    if (JSON.stringify(filters) === JSON.stringify(this.filters)) return;
    this.filters = filters;
    this.changed.fire();
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }
}

async function currentFilters(): Promise<vscode.DocumentFilter[]> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const configured = vscode.workspace.getConfiguration('chartlint').get<Settings['documents']>('documents') ?? {};
  const ofFolders = await Promise.all(
    folders.map(async (folder) => filtersOf({ ...configured, ...(await documentsOfFile(folder)) }, folder)),
  );
  const anywhere = [{ language: 'procedure-note' }, ...filtersOf(configured)];
  // Without a scheme the left side of every comparison, and every output panel, would be a note too.
  const schemes = new Set(['file', 'untitled', ...folders.map(({ uri }) => uri.scheme)]);
  return [...schemes].flatMap((scheme) => [...anywhere, ...ofFolders.flat()].map((filter) => ({ scheme, ...filter })));
}

/** What `documents` selects, everywhere or in one folder. */
function filtersOf(documents: Settings['documents'], folder?: vscode.WorkspaceFolder): vscode.DocumentFilter[] {
  const { languages, globs } = selectedDocuments(documents);
  const pattern = (glob: string) => (folder === undefined ? glob : new vscode.RelativePattern(folder, glob));
  return [
    ...languages.flatMap((language) =>
      // What was never saved lies in no folder, and is as if it were in this one.
      folder === undefined
        ? [{ language }]
        : [
            { language, pattern: pattern('**') },
            { language, scheme: 'untitled' },
          ],
    ),
    ...globs.map((glob) => ({ pattern: pattern(glob) })),
  ];
}

async function documentsOfFile(folder: vscode.WorkspaceFolder): Promise<Settings['documents']> {
  try {
    const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder.uri, configurationFileName));
    return documentsIn(new TextDecoder().decode(bytes));
  } catch {
    return {};
  }
}

function asProtocolFilter({ language, scheme, pattern }: vscode.DocumentFilter): DocumentFilter {
  const glob =
    typeof pattern === 'object' ? { baseUri: pattern.baseUri.toString(), pattern: pattern.pattern } : pattern;
  return {
    ...(language === undefined ? {} : { language }),
    ...(scheme === undefined ? {} : { scheme }),
    ...(glob === undefined ? {} : { pattern: glob }),
  } as DocumentFilter;
}
