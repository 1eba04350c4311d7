import { check } from 'recheck';
import { lineOf, nodesOf, type SourceFile } from './source';

/** A regular expression of the product and where it stands. */
export interface Pattern {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

export interface Patterns {
  readonly patterns: readonly Pattern[];
  /** Built at run time, so that no reading of the source can tell what they are. */
  readonly dynamic: readonly string[];
}

/** Every regular expression a file holds: the literals, and `RegExp` called with literal strings. */
export function patternsOf(file: SourceFile): Patterns {
  const patterns: Pattern[] = [];
  const dynamic: string[] = [];
  for (const { node } of nodesOf(file)) {
    const where = lineOf(file, node);
    if (node.type === 'Literal' && 'regex' in node) {
      patterns.push({ where, source: node.regex.pattern, flags: node.regex.flags });
    } else if (node.type === 'NewExpression' || node.type === 'CallExpression') {
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'RegExp') continue;
      const [source, flags] = node.arguments.map((argument) =>
        argument.type === 'Literal' && typeof argument.value === 'string' ? argument.value : null,
      );
      if (source === null || source === undefined || flags === null) dynamic.push(where);
      else patterns.push({ where, source, flags: flags ?? '' });
    }
  }
  return { patterns, dynamic };
}

/** Why a pattern may take more than linear time on some text, or `null` where it may not. */
export async function slowness({ source, flags }: Pattern): Promise<string | null> {
  const diagnostics = await check(source, flags, { timeout: 120_000 });
  if (diagnostics.status === 'safe') return null;
  if (diagnostics.status === 'unknown') return `cannot be judged (${diagnostics.error.kind}); write it simpler`;
  return `is ${diagnostics.complexity.summary}; attacked by ${diagnostics.attack.pattern.slice(0, 120)}`;
}
