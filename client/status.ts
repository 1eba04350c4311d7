import * as vscode from 'vscode';
import type { Status } from '../server/lsp/protocol';

export type ServerState = 'starting' | 'running' | 'stopped';

interface Shown {
  readonly text: string;
  readonly detail: string;
  readonly severity: vscode.LanguageStatusSeverity;
}

/** The language status of the note in the active editor: what was found, or why nothing was. */
export class StatusItem implements vscode.Disposable {
  private readonly item: vscode.LanguageStatusItem;
  private readonly statuses = new Map<string, Status>();
  private readonly disposables: vscode.Disposable[];
  private server: ServerState = 'stopped';

  constructor(notes: vscode.DocumentSelector) {
    this.item = vscode.languages.createLanguageStatusItem('chartlint.status', notes);
    this.item.name = 'Chartlint';
    this.disposables = [
      this.item,
      vscode.window.onDidChangeActiveTextEditor(() => this.show()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.statuses.delete(uri.toString())),
    ];
    this.show();
  }

  set notes(selector: vscode.DocumentSelector) {
    this.item.selector = selector;
  }

  set state(state: ServerState) {
    this.server = state;
    if (state !== 'running') this.statuses.clear();
    this.show();
  }

  checked(status: Status): void {
    this.statuses.set(vscode.Uri.parse(status.uri).toString(), status);
    this.show();
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  private show(): void {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const { text, detail, severity } = shownFor(this.server, uri === undefined ? undefined : this.statuses.get(uri));
    this.item.text = text;
    this.item.detail = detail;
    this.item.severity = severity;
    this.item.busy = this.server === 'starting';
    this.item.command =
      this.server === 'stopped'
        ? { title: 'Restart', command: 'chartlint.restartServer' }
        : { title: 'Show Problems', command: 'workbench.actions.view.problems' };
  }
}

function shownFor(server: ServerState, status: Status | undefined): Shown {
  const { Information, Warning, Error: Failure } = vscode.LanguageStatusSeverity;
  if (server === 'starting') return { text: 'Chartlint', detail: 'Starting', severity: Information };
  if (server === 'stopped') return { text: 'Chartlint', detail: 'The server is not running', severity: Failure };
  switch (status?.state) {
    case undefined:
      return { text: 'Chartlint', detail: 'Not checked yet', severity: Information };
    case 'too-large':
      return { text: 'Not checked', detail: 'Longer than chartlint.maxDocumentSize', severity: Warning };
    case 'excluded':
      return { text: 'Not checked', detail: 'Left out by chartlint.exclude', severity: Information };
    case 'failed':
      return { text: 'Not checked', detail: 'Chartlint failed while reading this note', severity: Failure };
    case 'checked':
      return { text: counted(status), detail: status.conclusion ?? '', severity: Information };
  }
}

function counted({ findings, dismissed }: Status): string {
  const found = findings === 0 ? 'No findings' : `${findings} ${findings === 1 ? 'finding' : 'findings'}`;
  return dismissed === 0 ? found : `${found}, ${dismissed} dismissed`;
}
