import { builtinModules } from 'node:module';
import { join } from 'node:path/posix';
import { arrows, runsInBrowsers } from './arrows.ts';

/** A workspace of the repository, by its folder. */
type Workspace = {
  readonly name: string;
  /** Of its package.json, as `.` and `./testing`. */
  readonly entries: readonly string[];
  readonly dependencies: readonly string[];
};

export type Workspaces = Readonly<Record<string, Workspace>>;

/**
 * Why `file` may not import `specifier`; null when it may.
 *
 * @param file its path in the checkout, with slashes
 */
export function wrongImport(file: string, specifier: string, workspaces: Workspaces): string | null {
  const home = file.split('/').slice(0, 2).join('/');
  const workspace = workspaces[home];
  if (!workspace) return `${home} is no workspace`;
  if (isNodeModule(specifier)) return nodeModule(file, home);
  if (specifier.startsWith('.')) return leavesHome(file, home, specifier);

  const name = packageName(specifier);
  if (!workspace.dependencies.includes(name) && !isTestTool(file, name))
    return `${name} is not in its package.json`;
  const target = Object.keys(workspaces).find((folder) => workspaces[folder]?.name === name);
  if (!target) return name.startsWith('@pinpaint/') ? `there is no ${name}` : null;
  if (!arrows[home]?.includes(target)) return `no arrow leads from ${home} to ${target}`;
  return deepImport(file, specifier.replace(name, '.'), workspaces[target]);
}

const nodeModules: ReadonlySet<string> = new Set(builtinModules);

function isNodeModule(specifier: string): boolean {
  return specifier.startsWith('node:') || nodeModules.has(specifier);
}

function nodeModule(file: string, home: string): string | null {
  if (!runsInBrowsers.has(home) || isTest(file)) return null;
  return `${home} runs in browsers too, so it imports no Node module`;
}

function leavesHome(file: string, home: string, specifier: string): string | null {
  const target = join(file, '..', specifier);
  return target.startsWith(`${home}/`) ? null : `${target} lies outside of ${home}: import its package`;
}

function deepImport(file: string, entry: string, target: Workspace | undefined): string | null {
  if (!target?.entries.includes(entry)) return `${target?.name} has no entry ${entry}`;
  return entry !== './testing' || isTest(file) ? null : `${target.name}'s testing is for tests`;
}

/** What tests use comes with the repository's root. */
function isTestTool(file: string, name: string): boolean {
  return isTest(file) && ['vitest', 'fast-check', 'fake-indexeddb'].includes(name);
}

/** `x.test.ts`, and what only such files use: a folder `testing`, `testPictures.ts`, `storeContract.ts`. */
function isTest(file: string): boolean {
  return /(\.test|Contract)\.tsx?$|\/testing\/|\/test[A-Z]\w*\.ts$/.test(file);
}

function packageName(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}
