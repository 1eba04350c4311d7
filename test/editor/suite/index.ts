/** The tests as VS Code starts them: one bundle, the same in a Node and in a web worker extension host. */
import 'mocha/mocha';
import * as vscode from 'vscode';

mocha.setup({ ui: 'tdd', reporter: 'spec', color: false, timeout: 20_000 });
// After the set-up, which defines `suite` and `test`.
require('./activation.test');
require('./findings.test');
require('./documents.test');
require('./review.test');
require('./restart.test');
require('./client.test');

export function run(): Promise<void> {
  const host = vscode.env.uiKind === vscode.UIKind.Web && vscode.env.remoteName === undefined ? 'web worker' : 'Node';
  console.log(`VS Code ${vscode.version}, ${host} extension host`);
  return new Promise((resolve, reject) => {
    // Not `mocha.run`, which reads the page's address: Node has none.
    Mocha.prototype.run.call(mocha, (failures) =>
      failures === 0 ? resolve() : reject(new Error(`${failures} failed`)),
    );
  });
}
