import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type DecisionGrounds,
  decisionGroundsRequest,
  dismissCommand,
  type FindingReference,
  type ReviewOfNote,
  reviewRequest,
} from '../server/lsp/protocol';
import { type FindingKey, standardReasons, withDecision, withoutDecision } from '../server/review/decision';
import { reviewFileName } from '../server/review/review-file';
import { isSession, NotChanged, type ReviewStore } from './review-store';

type Dismissed = ReviewOfNote['dismissed'][number];

/** The commands about review decisions, at the cursor or for what another part of the extension names. */
export class ReviewCommands implements vscode.Disposable {
  private readonly disposables: vscode.Disposable[];

  /** @param server The running server, started where it is not. */
  constructor(
    private readonly store: ReviewStore,
    private readonly server: () => Promise<BaseLanguageClient | undefined>,
  ) {
    this.disposables = [
      this.command(dismissCommand, (finding?: FindingReference & { reason?: string }) => this.dismiss(finding)),
      this.command('chartlint.showDismissed', () => this.showDismissed()),
      this.command('chartlint.restoreFinding', (key?: FindingKey) => this.restore(key)),
    ];
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  private command<A>(name: string, run: (argument?: A) => Promise<void>): vscode.Disposable {
    return vscode.commands.registerCommand(name, async (argument?: A) => {
      try {
        await run(argument);
      } catch (error) {
        if (!(error instanceof NotChanged)) throw error;
        // Who called the command need not wait until the message is read.
        void tell(error);
      }
    });
  }

  private async dismiss(named: (FindingReference & { reason?: string }) | undefined): Promise<void> {
    const finding = named ?? (await this.findingAtCursor());
    if (finding === undefined) return;
    const { uri, version, id } = finding;
    const { file } = await this.reviewOf(uri);
    const reason = named?.reason ?? (await askReason());
    if (reason === undefined) return;
    const reviewer = await askReviewer();
    if (reviewer === undefined) return;
    await this.store.change(file, async (review) => {
      const server = await this.server();
      const grounds = await server?.sendRequest<DecisionGrounds | null>(decisionGroundsRequest, {
        ...{ uri, version, id },
        salt: review.salt,
      });
      if (!grounds) throw new NotChanged('The note has changed since the finding was shown. Look at it again.');
      const time = `${new Date().toISOString().slice(0, 19)}Z`;
      return withDecision(review, { ...grounds, reason, reviewer, time });
    });
    if (isSession(file)) {
      void vscode.window.showInformationMessage(
        'Dismissed until the note is closed: it is in no folder of the workspace, where a decision could be kept.',
      );
    }
  }

  private async showDismissed(): Promise<void> {
    const { file, dismissed } = await this.reviewOfActiveNote();
    const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly of?: Dismissed }>();
    const restore = { iconPath: new vscode.ThemeIcon('discard'), tooltip: 'Restore' };
    pick.title = 'Dismissed findings of this note';
    pick.placeholder =
      dismissed.length === 0 ? 'No finding of this note is dismissed.' : 'Go to a finding, or restore it';
    pick.matchOnDescription = true;
    pick.matchOnDetail = true;
    pick.items = [
      ...dismissed.map((each) => ({ ...asItem(each), buttons: [restore], of: each })),
      ...(isSession(file) ? [] : [{ label: `$(go-to-file) Open ${reviewFileName}`, alwaysShow: true }]),
    ];
    const editor = vscode.window.activeTextEditor;
    pick.onDidTriggerItemButton(({ item }) => {
      pick.hide();
      if (item.of !== undefined) void vscode.commands.executeCommand('chartlint.restoreFinding', item.of.decision);
    });
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      pick.hide();
      if (item?.of === undefined) void openReview(file);
      else if (editor !== undefined && item.of.finding !== null) goTo(editor, item.of.finding.range);
    });
    pick.onDidHide(() => pick.dispose());
    pick.show();
  }

  private async restore(named: FindingKey | undefined): Promise<void> {
    const { file, dismissed } = await this.reviewOfActiveNote();
    const key = named ?? (await pickDismissed(dismissed));
    if (key !== undefined) await this.store.change(file, (review) => withoutDecision(review, key));
  }

  /** The finding under the cursor; where there are several, or none there, the person chooses. */
  private async findingAtCursor(): Promise<FindingReference | undefined> {
    const editor = vscode.window.activeTextEditor;
    const { open, version } = await this.reviewOfActiveNote();
    const cursor = editor?.selection.active;
    const here = open.filter(({ range }) => cursor !== undefined && asRange(range).contains(cursor));
    const choices = here.length > 0 ? here : open;
    const items = choices.map(({ id, rule, message, range }) => ({
      label: rule,
      description: `line ${range.start.line + 1}`,
      detail: message,
      id,
    }));
    const chosen =
      items.length === 1 && here.length === 1
        ? items[0]
        : await vscode.window.showQuickPick(items, { title: 'Dismiss a finding', placeHolder: 'Which finding?' });
    const uri = editor?.document.uri.toString();
    return chosen === undefined || uri === undefined ? undefined : { uri, version, id: chosen.id };
  }

  private async reviewOfActiveNote(): Promise<Omit<ReviewOfNote, 'file'> & { file: vscode.Uri }> {
    const uri = vscode.window.activeTextEditor?.document.uri;
    if (uri === undefined) throw new NotChanged('Open a note first.');
    return this.reviewOf(uri.toString());
  }

  private async reviewOf(note: string): Promise<Omit<ReviewOfNote, 'file'> & { file: vscode.Uri }> {
    const server = await this.server();
    const review = await server?.sendRequest<ReviewOfNote | null>(reviewRequest, { uri: note });
    if (!review) throw new NotChanged('This document is not checked by Chartlint, or has changed just now.');
    if (review.file === null) throw new NotChanged('No review file holds for this note.');
    const file = vscode.Uri.parse(review.file);
    if (review.broken)
      throw new NotChanged(`${reviewFileName} is not understood: its problem is shown in the file.`, file);
    return { ...review, file };
  }
}

async function tell({ message, file }: NotChanged): Promise<void> {
  if (file === undefined) {
    await vscode.window.showErrorMessage(message);
    return;
  }
  const choice = await vscode.window.showErrorMessage(message, 'Open');
  if (choice !== undefined) await vscode.window.showTextDocument(file);
}

const asItem = ({ decision, finding }: Dismissed): vscode.QuickPickItem => ({
  label: decision.rule,
  description: `${decision.reason} · ${decision.reviewer} · ${decision.time.slice(0, 10)}`,
  detail: finding?.message ?? 'What it rested on has changed or is gone: the decision has no use any more.',
});

async function pickDismissed(dismissed: readonly Dismissed[]): Promise<FindingKey | undefined> {
  if (dismissed.length === 0) {
    void vscode.window.showInformationMessage('No finding of this note is dismissed.');
    return undefined;
  }
  const items = dismissed.map((each) => ({ ...asItem(each), of: each }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: 'Restore a finding',
    placeHolder: 'The finding is shown again',
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.of.decision;
}

async function askReason(): Promise<string | undefined> {
  const other = 'Other reason…';
  const labels = standardReasons.map((reason) => reason.charAt(0).toUpperCase() + reason.slice(1));
  const chosen = await vscode.window.showQuickPick([...labels, other], {
    title: 'Dismiss a finding',
    placeHolder: 'Why? It returns when its evidence changes.',
  });
  if (chosen !== other) return standardReasons[labels.indexOf(chosen ?? '')];
  const words = await vscode.window.showInputBox({
    title: 'Dismiss a finding',
    prompt: 'The reason, in your own words. It is stored as you write it: name no patient.',
    validateInput: (text) => (text.trim() === '' ? 'A decision needs a reason.' : undefined),
  });
  return words?.trim();
}

/** The name that decisions carry. Asked for once, never guessed: an audit should show who decided. */
async function askReviewer(): Promise<string | undefined> {
  const settings = vscode.workspace.getConfiguration('chartlint');
  const set = settings.get<string>('reviewer', '').trim();
  if (set !== '') return set;
  const name = await vscode.window.showInputBox({
    title: 'Reviewer',
    prompt: 'Your name, as decisions record it. Asked once, and kept in your user settings (chartlint.reviewer).',
    validateInput: (text) => (text.trim() === '' ? 'A decision needs a reviewer.' : undefined),
  });
  if (name === undefined) return undefined;
  await settings.update('reviewer', name.trim(), vscode.ConfigurationTarget.Global);
  return name.trim();
}

async function openReview(file: vscode.Uri): Promise<void> {
  try {
    await vscode.window.showTextDocument(file);
  } catch {
    void vscode.window.showInformationMessage(`There is no ${reviewFileName} yet: the first decision makes it.`);
  }
}

const asRange = ({ start, end }: { start: Place; end: Place }): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);

interface Place {
  readonly line: number;
  readonly character: number;
}

function goTo(editor: vscode.TextEditor, range: { start: Place; end: Place }): void {
  void vscode.window.showTextDocument(editor.document, {
    selection: asRange(range),
    ...(editor.viewColumn === undefined ? {} : { viewColumn: editor.viewColumn }),
  });
}
