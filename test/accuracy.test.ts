import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

describe('accuracy', () => {
  it('is not below its floors (npm run accuracy -- --check)', function () {
    this.timeout(120_000);
    const args = ['--import=tsx', 'scripts/accuracy.ts', '--check'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    assert.equal(status, 0, `${stdout}${stderr}`);
  });
});
