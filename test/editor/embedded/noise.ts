/** Lines that a build without native modules, gallery or account prints in any run, whatever the extension does. */
const noise = [
  'bindings file',
  'build/Release/watchdog',
  'vscode-sqlite3.node',
  'vsda',
  'serviceWorker',
  "authentication provider 'github'",
  'from gallery as it is disabled',
  'Updating additional builtin extensions cache',
  'connection token (',
  'Creating a socket (',
  '[reconnection-grace-time]',
  '[AgentHost:',
  '[AccountPolicyGate]',
  'ChatSessionStore:',
  'DialogService: Dialog requested during smoke test',
  'Ignoring the error while validating workspace folder',
  'Found additional builtin location extensions',
  'package.nls.json',
];

export function harmless(line: string): boolean {
  return noise.some((part) => line.includes(part));
}
