import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chartlint } from './chartlint';

const notes = readdirSync('samples').map((name) => readFileSync(join('samples', name), 'utf8'));
const lines = Array.from({ length: 60 }, (_, i) =>
  // A long note now and then, so that later ones are ready before it.
  JSON.stringify({ id: `note-${i}`, text: (notes[i % notes.length] ?? '').repeat(i % 7 === 0 ? 8 : 1) }),
);
const stdin = [...lines.slice(0, 30), 'no JSON', ...lines.slice(30)].join('\n');

describe('chartlint check --workers', () => {
  const run = (workers: string, format: string) =>
    chartlint(['check', '--jsonl', '--workers', workers, '--format', format], { cwd: '.', stdin });

  for (const format of ['jsonl', 'json', 'stylish']) {
    it(`prints the same with three threads as with one: ${format}`, async () => {
      const [one, three] = [await run('1', format), await run('3', format)];
      assert.equal(three.stdout, one.stdout);
      assert.equal(three.stderr, one.stderr);
      assert.match(one.stderr, /^chartlint: <stdin>:31: is not JSON/);
      assert.deepEqual([one.code, three.code], [2, 2]);
    });
  }

  for (const workers of ['0', 'many', '1.5', '-2']) {
    it(`takes no ${workers} workers`, async () => {
      const { code, stderr } = await run(workers, 'jsonl');
      assert.equal(code, 2);
      assert.match(stderr, /--workers <number>.*Give a number from 1 to 99/);
    });
  }
});
