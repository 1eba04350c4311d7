#!/usr/bin/env node
// Stands in for a desktop build's `code`: `@vscode/test-electron` starts whatever executable it is given.
import { tsImport } from 'tsx/esm/api';

await tsImport('./code.ts', import.meta.url);
