/** Writes docs/rules, and what the settings say of each rule, from the rules themselves: `npm run docs`. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits, type JSONPath, modify } from 'jsonc-parser';
import { rulePage, ruleSummary, rulesIndex } from '../server/rule-page';
import { documentedRules as rules } from '../server/rules/registry';

const root = join(__dirname, '..');
const folder = join(root, 'docs/rules');
mkdirSync(folder, { recursive: true });
const pages = new Map([
  ['README.md', rulesIndex()],
  ...rules.map((rule) => [`${rule.id}.md`, rulePage(rule)] as const),
]);
for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(join(folder, name));
for (const [name, page] of pages) writeFileSync(join(folder, name), page);
console.log(`${pages.size} pages in docs/rules`);

describeRules('chartlint.schema.json', ['properties', 'rules', 'properties']);
describeRules('package.json', ['contributes', 'configuration', 'properties', 'chartlint.rules', 'properties']);

/** Sets the description of each rule in a file of settings, and leaves all else in it as it is. */
function describeRules(name: string, properties: JSONPath): void {
  const path = join(root, name);
  const formattingOptions = { insertSpaces: true, tabSize: 2 };
  const described = rules.reduce(
    (text, rule) => {
      const edits = modify(text, [...properties, rule.id, 'description'], ruleSummary(rule), {
        formattingOptions,
        getInsertionIndex: () => 0,
      });
      return applyEdits(text, edits);
    },
    readFileSync(path, 'utf8'),
  );
  writeFileSync(path, described);
}
