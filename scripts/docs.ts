/** Writes docs/rules from the rules themselves: `npm run docs`. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulePage, rulesIndex } from '../server/rule-page';
import { rules } from '../server/rules/registry';

const folder = join(__dirname, '../docs/rules');
mkdirSync(folder, { recursive: true });
const pages = new Map([
  ['README.md', rulesIndex()],
  ...rules.map((rule) => [`${rule.id}.md`, rulePage(rule)] as const),
]);
for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(join(folder, name));
for (const [name, page] of pages) writeFileSync(join(folder, name), page);
console.log(`${pages.size} pages in docs/rules`);
