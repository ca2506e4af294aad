import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { judgeImport } from './judge-import.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The ESLint rule for the import matrix; its message carries the remedy. */
export const importsRule = {
  meta: { type: 'problem', schema: [], docs: { description: 'Keep to the import matrix' } },
  create(context) {
    const file = relative(root, context.filename).split(sep).join('/');
    const check = (source, typeOnly) => {
      if (typeof source?.value !== 'string') return;
      const message = judgeImport({ file, specifier: source.value, typeOnly });
      if (message !== null) context.report({ node: source, message });
    };
    // `import { type A }` still loads its module under verbatimModuleSyntax: only a whole statement is type-only.
    return {
      ImportDeclaration: (node) => check(node.source, node.importKind === 'type'),
      ExportNamedDeclaration: (node) => check(node.source, node.exportKind === 'type'),
      ExportAllDeclaration: (node) => check(node.source, node.exportKind === 'type'),
      ImportExpression: (node) => check(node.source, false),
      TSImportType: (node) => check(node.source ?? node.argument?.literal, true),
    };
  },
};
