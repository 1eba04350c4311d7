import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Node, type Program, parseSync } from 'oxc-parser';

/** One of the product's own source files, parsed. */
export interface SourceFile {
  /** From the root, with forward slashes: `server/note/span.ts`. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
  readonly program: Program;
}

export interface Import {
  /** As written: `./span`, `node:fs`. */
  readonly specifier: string;
  /** The file it leads to, or `null` for a package. */
  readonly file: string | null;
  /** Types alone, which are gone at run time. */
  readonly isType: boolean;
}

/** The TypeScript files under the folders. */
export function sourceFiles(...folders: readonly string[]): SourceFile[] {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path))
    .sort()
    .map((path) => parseSource(path, readFileSync(path, 'utf8')));
}

export function parseSource(path: string, text: string): SourceFile {
  const { program, module, errors } = parseSync(path, text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path}: ${error.message}`);
  const links = [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      specifier: moduleRequest.value,
      isType: entries.length > 0 && entries.every((entry) => entry.isType),
    })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest === null ? [] : [{ specifier: moduleRequest.value, isType }],
      ),
    ),
    ...module.dynamicImports.map(({ moduleRequest }) => ({
      specifier: text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
      isType: false,
    })),
  ];
  return { path, text, program, imports: links.map((link) => ({ ...link, file: resolve(path, link.specifier) })) };
}

function resolve(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const target = posix.join(posix.dirname(from), specifier);
  return (
    [target, `${target}.ts`, `${target}/index.ts`].find((path) => /\.\w+$/.test(path) && existsSync(path)) ?? target
  );
}

export interface Visited {
  readonly node: Node;
  readonly parent: Node | null;
  /** The property of the parent that holds the node. */
  readonly role: string;
}

/** Every node of a file, parents first. */
export function* nodesOf(file: SourceFile): Generator<Visited> {
  const rest: Visited[] = [{ node: file.program, parent: null, role: '' }];
  for (let visited = rest.pop(); visited !== undefined; visited = rest.pop()) {
    yield visited;
    const parent = visited.node;
    for (const [role, value] of Object.entries(parent)) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (isNode(child)) rest.push({ node: child, parent, role });
      }
    }
  }
}

export const lineOf = (file: SourceFile, node: Node): string =>
  `${file.path}:${file.text.slice(0, node.start).split('\n').length}`;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
