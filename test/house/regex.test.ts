import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type Pattern, patternsOf, slowness } from './regexes';
import { parseSource, sourceFiles } from './source';

const GRAMMAR = 'syntaxes/procedure-note.tmLanguage.json';
const CONFIGURATION = 'language-configuration.json';
/** The checker is a program of its own, which judges one pattern on each core. */
const AT_ONCE = 2;

describe('regular expressions', function () {
  this.timeout(600_000);
  // The checker times its attacks, so a busy machine can accuse a linear pattern; a slow one is found every time.
  this.retries(2);
  it('are all linear in the source', async () => {
    const found = sourceFiles('server', 'client').map(patternsOf);
    assert.deepEqual(
      found.flatMap(({ dynamic }) => dynamic),
      [],
      'built at run time: write a literal, so that it can be checked',
    );
    assert.deepEqual(await slow(found.flatMap(({ patterns }) => patterns)), []);
  });

  it('are all linear in the grammar', async () => {
    const patterns = grammarPatterns(JSON.parse(readFileSync(GRAMMAR, 'utf8')), GRAMMAR);
    assert.ok(patterns.length > 10);
    assert.deepEqual(await slow(patterns), []);
  });

  it('are all linear in the language configuration', async () => {
    const { wordPattern, onEnterRules } = JSON.parse(readFileSync(CONFIGURATION, 'utf8'));
    const sources = [wordPattern, ...onEnterRules.map(({ beforeText }: { beforeText: string }) => beforeText)];
    assert.deepEqual(await slow(sources.map((source) => ({ where: CONFIGURATION, source, flags: '' }))), []);
  });

  it('would be found if they were not', async () => {
    const bad = parseSource(
      'x.ts',
      'const a = /^(a+)+$/; const b = new RegExp("x*x*y", "u"); const c = (s: string) => RegExp(s + "+"); const d = /\\s+$/;',
    );
    const { patterns, dynamic } = patternsOf(bad);
    assert.deepEqual(dynamic, ['x.ts:1']);
    assert.equal(patterns.length, 3);
    assert.equal((await slow(patterns)).length, 3);
    assert.deepEqual(await slow([{ where: 'y.ts:1', source: '^[a-z]+\\d', flags: 'i' }]), []);
  });
});

async function slow(patterns: readonly Pattern[]): Promise<string[]> {
  const distinct = new Map(patterns.map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern]));
  const rest = [...distinct].values();
  const found: string[] = [];
  const judgeRest = async (): Promise<void> => {
    for (const [text, pattern] of rest) {
      const problem = await slowness(pattern);
      if (problem !== null) found.push(`${pattern.where} ${text} ${problem}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, judgeRest));
  return found.sort();
}

/** The grammar's patterns as JavaScript's: they differ in the flag at the start alone. */
function grammarPatterns(value: unknown, where: string): Pattern[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (typeof inner !== 'string') return grammarPatterns(inner, `${where} ${key}`);
    if (!['match', 'begin', 'end', 'while'].includes(key)) return [];
    const insensitive = inner.startsWith('(?i)');
    return [{ where, source: insensitive ? inner.slice(4) : inner, flags: insensitive ? 'i' : '' }];
  });
}
