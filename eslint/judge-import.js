import { posix } from 'node:path';
import { targets, zones } from './import-matrix.js';

/**
 * Says what is wrong with one import, or null where it is allowed.
 *
 * @param {{ file: string, specifier: string, typeOnly: boolean }} found - `file` by its path from the root, with slashes
 * @returns {string | null} the problem and its remedy
 */
export function judgeImport(found) {
  return judgeRelative(found) ?? judgeDeep(found) ?? judgeTarget(found);
}

function judgeRelative({ file, specifier }) {
  if (!/^\.{1,2}(\/|$)/.test(specifier)) return null;
  const home = workspaceOf(file);
  const target = posix.join(posix.dirname(file), specifier);
  // The boundaries test and the lint configuration share the table, which belongs to no package; what bundles has the
  // steps of building that it shares in the scripts of the root, and tests have there how they run.
  if (home === null || target.startsWith(`${home}/`) || target.startsWith('eslint/')) return null;
  if (target.startsWith('scripts/') && posix.basename(file) === 'rolldown.config.ts') return null;
  if (target === 'vitest.config.ts' && posix.basename(file) === target) return null;
  return `"${specifier}" leaves ${home}: import the other package by its name.`;
}

function judgeDeep({ specifier }) {
  const [, name] = /^@govexport\/([^/]+)\/(src|dist)(\/|$)/.exec(specifier) ?? [];
  if (name === undefined) return null;
  return `"${specifier}" reaches into another package: import what the exports of @govexport/${name} offer.`;
}

function judgeTarget({ file, specifier, typeOnly }) {
  const zone = zones.find(({ files }) => files.test(file));
  const target = Object.keys(targets).find((name) => targets[name].names.test(specifier));
  if (zone === undefined || target === undefined || isAllowed(zone, target, { specifier, typeOnly })) return null;
  const remedy = zone.remedies?.[target] ?? targets[target].remedy;
  return `${zone.name} may not import "${specifier}"${zone.may[target] === 'types' ? ' as a value' : ''}. ${remedy}`;
}

function isAllowed(zone, target, { specifier, typeOnly }) {
  const permission = zone.may[target] ?? 'no';
  if (permission === 'no' || (permission === 'types' && !typeOnly)) return false;
  return zone.only?.[target]?.test(specifier) ?? true;
}

/** The package folder that a file belongs to, such as packages/schema or bench. */
export function workspaceOf(file) {
  return /^(bench|(packages|apps|tests)\/[^/]+)(?=\/)/.exec(file)?.[0] ?? null;
}
