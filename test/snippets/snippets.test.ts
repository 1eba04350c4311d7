import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyze } from '../../server/analyze';

interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const snippets: Readonly<Record<string, Snippet>> = JSON.parse(readFileSync('snippets/procedure-note.json', 'utf8'));
const FIELD = /\$\{\d+:\*\*\*\}/g;
/** What the editor inserts, each open field filled by `fill`. */
const inserted = ({ body }: Snippet, fill: string): string =>
  body
    .join('\n')
    .replace(FIELD, () => fill)
    .replace('$0', '');
const placeholders = (text: string) => analyze(text).findings.filter(({ rule }) => rule === 'placeholder-unfilled');

describe('snippets', () => {
  it('are the five that are documented', () => {
    assert.deepEqual(Object.keys(snippets), [
      'Intralesional chemotherapy note',
      'Intralesional steroid note',
      'Lesion table',
      'Consent, monitoring and aftercare',
      'Separate E/M',
    ]);
  });

  for (const [name, snippet] of Object.entries(snippets)) {
    describe(name, () => {
      it('numbers its fields in reading order and ends at the end', () => {
        const stops = [...snippet.body.join('\n').matchAll(/\$\{?(\d+)/g)].map(([, stop]) => Number(stop));
        assert.deepEqual(stops, [...stops.slice(1).map((_, index) => index + 1), 0]);
      });

      it('asserts nothing: behind every colon and in every cell stands an open field', () => {
        for (const line of snippet.body) {
          const field = /^[A-Z][a-z][^:]*: (.*)$/.exec(line)?.[1];
          if (field !== undefined) assert.match(field, /^\$\{\d+:\*\*\*\}$/, line);
          else if (!line.startsWith('| 1')) assert.doesNotMatch(line.replace('$0', ''), /\d/, line);
        }
        assert.deepEqual(analyze(inserted(snippet, '')).summary.procedures, []);
      });

      it('is reported while a field is open, once a field', () => {
        const fields = snippet.body.join('\n').match(FIELD) ?? [];
        assert.equal(placeholders(inserted(snippet, '***')).length, fields.length);
      });

      it('is not reported as unfilled once it is filled', () => {
        assert.deepEqual(placeholders(inserted(snippet, 'as dictated')), []);
      });
    });
  }
});
