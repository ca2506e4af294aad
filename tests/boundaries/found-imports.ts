import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** One import as written in a file of the workspace. */
export interface FoundImport {
  /** Path from the root of the workspace, with slashes. */
  readonly file: string;
  readonly specifier: string;
  readonly typeOnly: boolean;
}

const left_out = /(^|\/)(node_modules|dist|build|reports|\.svelte-kit|generated|test-results)(\/|$)/;
const script = /<script\b[^>]*>([\s\S]*?)<\/script>/g;

/** Every source file below a folder that can import something. */
export function sourceFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (left_out.test(path)) return [];
    if (entry.isDirectory()) return sourceFiles(root, path);
    return /\.(ts|js|mjs|svelte)$/.test(entry.name) ? [path] : [];
  });
}

/** The imports of one file, read with the TypeScript parser. */
export function importsOf(root: string, file: string): FoundImport[] {
  return importsIn(file, readFileSync(join(root, file), 'utf8'));
}

/** The imports in the text of a file; of a Svelte file those of its scripts. */
export function importsIn(file: string, text: string): FoundImport[] {
  const code = file.endsWith('.svelte') ? [...text.matchAll(script)].map((match) => match[1]).join('\n') : text;
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const found: FoundImport[] = [];
  const visit = (node: ts.Node): void => {
    const read = readImport(node);
    if (read !== null) found.push({ file, ...read });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function readImport(node: ts.Node): Omit<FoundImport, 'file'> | null {
  if (ts.isImportDeclaration(node)) {
    const typeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return named(node.moduleSpecifier, typeOnly);
  }
  if (ts.isExportDeclaration(node)) return named(node.moduleSpecifier, node.isTypeOnly);
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? named(node.argument.literal, true) : null;
  const dynamic = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return dynamic ? named(node.arguments[0], false) : null;
}

function named(specifier: ts.Node | undefined, typeOnly: boolean): Omit<FoundImport, 'file'> | null {
  return specifier !== undefined && ts.isStringLiteral(specifier) ? { specifier: specifier.text, typeOnly } : null;
}
