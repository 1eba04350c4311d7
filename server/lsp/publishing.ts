import { type CancellationToken, ResponseError } from 'vscode-jsonrpc';
import type { DocumentDiagnosticParams, DocumentDiagnosticReport } from 'vscode-languageserver-protocol';
import { conclusion } from '../conclusion';
import type { Checked, Checking } from './checking';
import type { ClientSupport } from './client-support';
import type { Connection } from './connection';
import { fullReport, serverCancelled, unchangedReport } from './constants';
import { type Status, statusNotification } from './protocol';

/** Brings the diagnostics to the client: on demand where the client asks for them, else unasked. */
export class Publishing {
  constructor(
    private readonly connection: Connection,
    private readonly checking: Checking,
    private readonly client: ClientSupport,
  ) {}

  /** The document was opened or edited, or its settings changed. */
  async push(uri: string): Promise<void> {
    if (this.client.pullDiagnostics) return;
    const checked = await this.checking.check(uri);
    // What was overtaken is followed by the push of what overtook it.
    if (typeof checked === 'string') return;
    const { version, diagnostics } = checked;
    await this.connection.publish({ uri, version, diagnostics });
    await this.tellStatus(checked);
  }

  async pull(params: DocumentDiagnosticParams, token: CancellationToken): Promise<DocumentDiagnosticReport> {
    const checked = await this.checking.check(params.textDocument.uri, token);
    if (checked === 'closed') return { kind: fullReport, items: [] };
    if (checked === 'overtaken') {
      // Also where the client cancelled: VS Code drops a pull that it has put off itself if told not to try again.
      throw new ResponseError(serverCancelled, 'The document has changed.', { retriggerRequest: true });
    }
    await this.tellStatus(checked);
    const resultId = checked.serial;
    if (params.previousResultId === resultId) return { kind: unchangedReport, resultId };
    return { kind: fullReport, resultId, items: checked.diagnostics };
  }

  async clear(uri: string): Promise<void> {
    if (!this.client.pullDiagnostics) await this.connection.publish({ uri, diagnostics: [] });
  }

  private async tellStatus({ document: { uri }, version, reading, diagnostics, dismissed }: Checked): Promise<void> {
    if (!this.client.options.status) return;
    const checked = reading.state === 'checked';
    const status: Status = {
      uri,
      version,
      state: reading.state,
      findings: checked ? diagnostics.length : 0,
      dismissed,
      conclusion: checked ? conclusion(reading.analysis) : null,
    };
    await this.connection.tell(statusNotification, status);
  }
}
