/** Runs every check in order, fast ones first, stops at the first that fails, and sums what the test runners counted. */
import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { repository } from '../test/editor/embedded/paths';

interface Step {
  readonly name: string;
  readonly script: string;
  readonly minutes: number;
}

const steps: readonly Step[] = [
  { name: 'Types', script: 'types', minutes: 3 },
  { name: 'Format and lint', script: 'lint', minutes: 2 },
  { name: 'Engine, rules, protocol, command line', script: 'test:unit', minutes: 15 },
  { name: 'Grammar', script: 'test:grammar', minutes: 3 },
  { name: 'Bundles', script: 'build', minutes: 3 },
  { name: 'Editor: Node extension host', script: 'test:electron', minutes: 10 },
  { name: 'Editor: Restricted Mode', script: 'test:restricted', minutes: 5 },
  { name: 'Editor: web worker extension host', script: 'test:web', minutes: 5 },
  { name: 'Editor: as a person drives it', script: 'test:live', minutes: 5 },
  { name: 'Packages: .vsix and npm tarball', script: 'test:package', minutes: 8 },
];

interface Outcome {
  readonly code: number;
  readonly passed: number;
  readonly failed: number;
}

async function main(): Promise<number> {
  let passed = 0;
  let failed = 0;
  const times: string[] = [];
  for (const step of steps) {
    console.log(`\n=== ${step.name} (npm run ${step.script})`);
    const start = Date.now();
    const outcome = await run(step);
    times.push(`${((Date.now() - start) / 1000).toFixed(1).padStart(7)} s  ${step.name}`);
    passed += outcome.passed;
    failed += outcome.failed;
    if (outcome.code !== 0) {
      failed = Math.max(failed, 1);
      console.log(`\nFAILED: ${step.name}. Run it alone with: npm run ${step.script}`);
      break;
    }
  }
  console.log(`\n${times.join('\n')}\n\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

function run({ script, minutes }: Step): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', script], {
      cwd: repository,
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32',
      detached: process.platform !== 'win32',
    });
    let output = '';
    child.stdout.on('data', (data: Buffer) => {
      process.stdout.write(data);
      output += data.toString();
    });
    const end = (signal: NodeJS.Signals): void => {
      if (child.pid === undefined) {
        return;
      }
      try {
        process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
      } catch {
        // Already gone.
      }
    };
    const timer = setTimeout(() => {
      console.log(`It did not end within ${minutes} minutes.`);
      end('SIGTERM');
    }, minutes * 60_000);
    const interrupt = (): void => end('SIGINT');
    process.on('SIGINT', interrupt);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      process.removeListener('SIGINT', interrupt);
      const text = stripVTControlCharacters(output);
      resolve({
        code: code ?? 1,
        passed: sum(text, /^ *(\d+) passing\b/gm) + count(text, /^[✓✔] .* run successfully/gm),
        failed: sum(text, /^ *(\d+) failing\b/gm),
      });
    });
  });
}

/** The totals of every mocha run in the output. */
function sum(text: string, total: RegExp): number {
  return [...text.matchAll(total)].reduce((all, match) => all + Number(match[1]), 0);
}

function count(text: string, line: RegExp): number {
  return [...text.matchAll(line)].length;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
