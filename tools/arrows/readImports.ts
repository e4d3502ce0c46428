import { parseSync, Visitor } from 'oxc-parser';

/**
 * What a source file imports or re-exports, types and dynamic imports among them. A dynamic import
 * of something computed can't be judged by anybody and comes as null.
 */
export function readImports(file: string, text: string): (string | null)[] {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} can't be read: ${errors[0]?.message}`);
  const found: (string | null)[] = [];
  const see = (source: { readonly type: string } | null) => {
    if (source) found.push('value' in source && typeof source.value === 'string' ? source.value : null);
  };
  new Visitor({
    ImportDeclaration: ({ source }) => see(source),
    ExportNamedDeclaration: ({ source }) => see(source),
    ExportAllDeclaration: ({ source }) => see(source),
    ImportExpression: ({ source }) => see(source),
    TSImportType: ({ source }) => see(source),
  }).visit(program);
  return found;
}
